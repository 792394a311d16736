/**
 * The {@code zhixun} command: the one place where everything is wired together.
 *
 * <p>Start at {@link io.zhixun.cli.Main}. One file a command; {@code Settings} is the whole tree of
 * settings, seen only here; {@code Product} opens a data folder and puts the query side on it.
 */
package io.zhixun.cli;
