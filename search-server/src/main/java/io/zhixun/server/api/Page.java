package io.zhixun.server.api;

import io.javalin.http.Context;
import io.zhixun.corpus.check.FieldReader;
import io.zhixun.server.http.Query;
import java.util.Optional;

/**
 * Which part of a plain list is wanted.
 *
 * @param cursor where the part before it ended
 */
record Page(int size, Optional<String> cursor) {
  private static final int DEFAULT_SIZE = 20;

  /** Of a request that may say nothing else. */
  static Page of(Context ctx) {
    Query query = Query.of(ctx);
    FieldReader in = query.fields();
    Page page = read(in);
    return query.finish(() -> page);
  }

  /** Of a request that says more. */
  static Page read(FieldReader in) {
    return new Page(Fields.size(in, DEFAULT_SIZE), Fields.cursor(in));
  }
}
