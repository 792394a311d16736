/**
 * Settings and word lists, read strictly: whoever mistypes a key, a type or a word is told the file
 * and the line instead of being served a default.
 *
 * <p>Start at {@link io.zhixun.config.SettingsFile}: it binds sections of a YAML file to the
 * settings records that other packages own, and remembers where every value came from. {@link
 * io.zhixun.config.Dictionaries} are the word lists beside it. Whatever is wrong with either is a
 * {@link io.zhixun.config.SettingsException}, which lists all problems and not just the first.
 *
 * <p>Depends on: the JDK and SnakeYAML, of which only the parser is used. Knows nothing of any
 * setting's meaning.
 */
package io.zhixun.config;
