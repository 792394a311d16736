package io.zhixun.server.api;

import io.zhixun.search.pipeline.Discovery;
import io.zhixun.search.serving.Live;
import java.time.InstantSource;

/**
 * What the resources that find and propose are made of.
 *
 * @param discovery answers
 * @param live says whether it can, and how far it has come
 * @param clock what a request's {@code now} is taken from
 */
public record Asking(Discovery discovery, Live live, InstantSource clock) {}
