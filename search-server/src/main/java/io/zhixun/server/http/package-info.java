/**
 * HTTP's own matters, the same for every route: problems, limits, strict reading of requests,
 * writing of JSON.
 *
 * <p>Start at {@link io.zhixun.server.http.Gate} (what every request passes before its handler) and
 * {@link io.zhixun.server.http.Problems} (how everything that goes wrong is answered). Handlers
 * read with {@link io.zhixun.server.http.Query} and {@link io.zhixun.server.http.Body} and answer
 * with {@link io.zhixun.server.http.Json}.
 *
 * <p>Knows nothing of search, the store, roles or any one route.
 */
package io.zhixun.server.http;
