/**
 * The product as people meet it: a real browser in front of a running server.
 *
 * <p>Start at {@link io.zhixun.endtoend.BrowserTest}, which every browser test extends. {@link
 * io.zhixun.endtoend.ProductUnderTest} is the one place that knows how the product is started.
 *
 * <p>Must not know classes of the product beyond that place: whatever cannot be seen in a browser
 * or over HTTP is tested in its own module.
 */
package io.zhixun.endtoend;
