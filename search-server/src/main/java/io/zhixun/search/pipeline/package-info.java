/**
 * From a request to an answer: candidates, signals, features, blend, policy.
 *
 * <p>Start at {@link io.zhixun.search.pipeline.Discovery} (what can be asked) and {@code
 * DiscoveryPipeline} (how it is answered); {@link io.zhixun.search.pipeline.Requests} and {@link
 * io.zhixun.search.pipeline.Answers} are the vocabulary.
 *
 * <p>Knows nothing of HTTP or JSON: the server, the pages and the measuring commands all ask here.
 */
package io.zhixun.search.pipeline;
