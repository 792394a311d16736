/** Placeholder. */
package io.zhixun.server.page;
