package io.zhixun.endtoend;

import io.zhixun.server.page.PagePreview;

/** The product that the tests look at, started once for a test class. */
final class ProductUnderTest implements AutoCloseable {
  private final PagePreview preview;

  private ProductUnderTest(PagePreview preview) {
    this.preview = preview;
  }

  /** Starts the product on a free loopback port. */
  static ProductUnderTest start() {
    return new ProductUnderTest(PagePreview.start(0));
  }

  /** Where it answers, without a slash at the end. */
  String address() {
    return preview.address();
  }

  @Override
  public void close() {
    preview.close();
  }
}
