/** What the tests of several packages of the server start it with. */
package io.zhixun.server.testing;
