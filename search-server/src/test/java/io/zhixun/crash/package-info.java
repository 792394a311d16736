/**
 * The whole server, killed at random instants, seen through HTTP alone.
 *
 * <p>Start at {@link io.zhixun.crash.ServerCrashTest}. {@link io.zhixun.crash.Callers} does a bit
 * of everything and notes in {@link io.zhixun.crash.Ledger}, outside the killed process, what was
 * acknowledged; {@link io.zhixun.crash.Inspection} looks for all of it after the next start.
 */
package io.zhixun.crash;
