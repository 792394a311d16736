/**
 * Who may ask what.
 *
 * <p>Start at {@link io.zhixun.server.access.Access}: it stands before each handler, finds out who
 * calls ({@link io.zhixun.server.access.Caller}) and compares that with what the route needs
 * ({@link io.zhixun.server.access.Need}). A handler that speaks of a learner asks the caller
 * whether it may.
 *
 * <p>Knows nothing of single routes or of how keys are stored.
 */
package io.zhixun.server.access;
