/**
 * The API under {@code /v1}, one file a resource: each reads its requests strictly, asks, and
 * writes the answer in the shape of the OpenAPI file.
 *
 * <p>Start at {@code io.zhixun.server.Routes}, which says what each method here is called for;
 * {@link io.zhixun.server.api.AnswerJson} writes what the pipeline answers.
 *
 * <p>Knows nothing of how requests are limited or who may ask what, except that a key may be bound
 * to one learner.
 */
package io.zhixun.server.api;
