package io.zhixun.server.console;

/** A way to another page. */
record Link(String text, String href) {}
