/** What the tests of this module share: seeds, random values, and where real data lies. */
package io.zhixun.corpus.testing;
