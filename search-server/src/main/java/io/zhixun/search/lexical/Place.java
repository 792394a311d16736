package io.zhixun.search.lexical;

import java.util.List;

/**
 * One spot of a query in one granularity.
 *
 * @param terms what may stand there: a word, or a whole beside its first part
 * @param start UTF-16 offset in the query
 * @param end offset after it
 * @param weight how much it says: 1, or less for the words of a question and stop words
 * @param counts whether an item that lacks it lacks something
 */
record Place(List<String> terms, int start, int end, double weight, boolean counts) {
  Place {
    terms = List.copyOf(terms);
  }
}
