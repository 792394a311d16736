/**
 * The HTTP face of the query side.
 *
 * <p>Start at {@link io.zhixun.server.Routes}: every route on one page, with who may call it and
 * what answers. {@link io.zhixun.server.ZhixunServer} runs them. {@code http} holds what is the
 * same for all routes, {@code access} who may ask what, {@code api} the resources under {@code
 * /v1}.
 *
 * <p>Knows nothing of Lucene or SQL: it asks {@code search} and {@code store}.
 */
package io.zhixun.server;
