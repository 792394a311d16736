/**
 * Long work that an editor starts and watches: making a snapshot beside the one that is served.
 *
 * <p>Start at {@link io.zhixun.server.job.Jobs}. At most one job runs at a time, on a thread of its
 * own. What a job makes is served only when somebody {@linkplain io.zhixun.server.job.Workshop
 * activates} it, or asked for that beforehand. This package must not know HTTP.
 */
package io.zhixun.server.job;
