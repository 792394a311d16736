/**
 * How a Chinese text becomes terms, the same at index time and at query time.
 *
 * <p>Start at {@link io.zhixun.indexer.analysis.ChineseAnalyzer}. A text goes one way:
 *
 * <ol>
 *   <li><b>Folding</b>, one UTF-16 unit to one, so that offsets stay exact: width (Ｃ → C), case,
 *       Latin accents, traditional → simplified.
 *   <li><b>Runs</b>: Chinese characters; kana or Korean; a word, number or technical term of any
 *       other script, whole ({@code c++ c# .net node.js gpt-4 3d a/b}); one emoji. The rest
 *       separates.
 *   <li><b>Granularity</b>: each run is cut in one of six ways, each of them a field of its own.
 * </ol>
 *
 * <p>{@code 機器學習：C++與GPT-4}, with 机器学习 as a domain word ({@code a|b}: alternatives at one
 * position):
 *
 * <pre>
 *   words         机器学习|机器 学习 c++ 与 gpt-4|gpt4|gpt 4
 *   bigrams       机器 器学 学习 c++ 与 gpt-4
 *   characters    机 器 学 习 c++ 与 gpt 4
 *   pinyin        ji qi xue xi c++ yu gpt-4
 *   pinyin_pairs  ji'qi qi'xue xue'xi c++ yu gpt-4
 *   initials      ^j jq qx xx xy y$
 * </pre>
 *
 * <p>Words come from smartcn's hidden Markov model; its ready-made analyzer stems English and drops
 * {@code ++} and {@code #}. Domain words ({@link io.zhixun.indexer.analysis.Lexicon}) are found
 * leftmost and longest, and stand beside what smartcn and shorter domain words make of them. A
 * technical term stands beside its parts and its spelling without joiners. {@link
 * io.zhixun.indexer.analysis.PinyinSpelling} cuts typed pinyin into syllables.
 *
 * <p>Knows nothing of fields, items or queries; nothing is dropped as a stop word, because whether
 * a word matters is the query's business.
 */
package io.zhixun.indexer.analysis;
