/**
 * Texts as vectors of meaning.
 *
 * <p>Start at {@link io.zhixun.indexer.text.TextEncoder}. {@link
 * io.zhixun.indexer.text.TextWindows} says what of an item is encoded; {@link
 * io.zhixun.indexer.text.VectorCache} keeps vectors on disk by content, so that nothing is encoded
 * twice. The model is bge-small-zh-v1.5 (BAAI, MIT licence) with weights of eight bits, run by ONNX
 * Runtime; {@code WordPiece} is our own reading of its vocabulary.
 *
 * <p>Knows nothing of Lucene, of snapshots, or of who asks.
 */
package io.zhixun.indexer.text;
