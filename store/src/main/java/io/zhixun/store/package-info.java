/** The record of what was accepted. */
package io.zhixun.store;
