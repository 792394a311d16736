package io.zhixun.server.page;

/** Words that lead somewhere. */
record Link(String text, String href) {}
