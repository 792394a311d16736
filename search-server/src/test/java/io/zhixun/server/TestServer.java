package io.zhixun.server;

import io.zhixun.corpus.check.ItemCheck;
import io.zhixun.corpus.check.StrictJson;
import io.zhixun.server.access.Access;
import io.zhixun.server.access.Grant;
import io.zhixun.server.api.Asking;
import io.zhixun.store.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real server on a free port, in front of small stand-ins for the search engine and the store.
 */
final class TestServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  final MemoryRecord record = new MemoryRecord();
  final FakeDiscovery discovery = new FakeDiscovery(record::all);
  final Map<String, Grant> keys = new ConcurrentHashMap<>();
  private final ZhixunServer server;

  private TestServer(ServerSettings settings) {
    Asking asking = new Asking(discovery, record, InstantSource.fixed(NOW));
    this.server =
        ZhixunServer.start(
            settings.withPort(0),
            new Services(asking, record, key -> Optional.ofNullable(keys.get(key)), new Random(7)));
  }

  /** Trusting everybody on the machine. */
  static TestServer open() {
    return new TestServer(ServerSettings.DEFAULTS.withMode(Access.Mode.OPEN_ON_LOOPBACK));
  }

  static TestServer with(ServerSettings settings) {
    return new TestServer(settings);
  }

  /** The same with some courses in it: c-1 and c-2 published, c-draft not. */
  TestServer withCourses() {
    put("{'id':'c-1','format':'COURSE','title':'机器学习入门','outline':['线性回归']}");
    put("{'id':'c-2','format':'COURSE','title':'深入机器学习'}");
    put("{'id':'c-draft','format':'COURSE','title':'机器学习草稿','status':'DRAFT'}");
    return this;
  }

  /** Adds an item whose line is written with single quotes. */
  void put(String line) {
    var item = StrictJson.read(line.replace('\'', '"')).then(ItemCheck::read).valid().orElseThrow();
    record.accept(List.of(new Change.PutItem(item, OptionalLong.empty())));
  }

  Client client() {
    return Client.of(server.port());
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
