package io.zhixun.store.sql;

import io.zhixun.corpus.ItemId;
import io.zhixun.store.BatchId;
import io.zhixun.store.ItemVersion;
import io.zhixun.store.StoredItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Reads items and their rows. */
final class Items {
  private final Reads reads;
  private final String inTexts;

  Items(Reads reads, String inTexts) {
    this.reads = reads;
    this.inTexts = inTexts;
  }

  List<StoredItem> items(List<ItemId> ids) {
    Map<ItemId, StoredItem> found = new HashMap<>();
    for (StoredItem item : find(ids)) {
      found.put(item.item().id(), item);
    }
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private List<StoredItem> find(List<ItemId> ids) {
    String sql =
        "SELECT i.version, i.seq, l.body FROM item i JOIN log l ON l.seq = i.seq"
            + " WHERE i.live = 1 AND i.id "
            + inTexts;
    return reads.with(
        handle ->
            handle.createQuery(sql).bind(0, array(ids)).map((row, _) -> storedItem(row)).list());
  }

  private static StoredItem storedItem(ResultSet row) throws SQLException {
    long seq = row.getLong(2);
    return new StoredItem(Content.item(seq, row.getString(3)), row.getLong(1), seq);
  }

  List<ItemVersion> versions(ItemId id, long below, int limit) {
    String sql =
        "SELECT version, seq, accepted_at, kind, body, batch FROM log"
            + " WHERE item = (SELECT row FROM item WHERE id = ?) AND version < ?"
            + " ORDER BY version DESC LIMIT ?";
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind(0, id.value())
                .bind(1, below)
                .bind(2, limit)
                .map((row, _) -> version(row))
                .list());
  }

  private static ItemVersion version(ResultSet row) throws SQLException {
    long seq = row.getLong(2);
    boolean put = Kind.of(row.getString(4)) == Kind.ITEM;
    return new ItemVersion(
        row.getLong(1),
        seq,
        Instant.ofEpochMilli(row.getLong(3)),
        put ? Optional.of(Content.item(seq, row.getString(5))) : Optional.empty(),
        Optional.ofNullable(row.getString(6)).map(BatchId::new));
  }

  OptionalInt row(ItemId id) {
    Integer row = rows(List.of(id)).get(id);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  Map<ItemId, Integer> rows(List<ItemId> ids) {
    String sql = "SELECT id, row FROM item WHERE id " + inTexts;
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind(0, array(ids))
                .map((row, _) -> Map.entry(new ItemId(row.getString(1)), row.getInt(2)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  Map<Integer, ItemId> ids(List<Integer> rows) {
    Map<Integer, ItemId> ids = new HashMap<>();
    return reads.with(
        handle -> {
          try (var statement =
              handle.getConnection().prepareStatement("SELECT id FROM item WHERE row = ?")) {
            for (int row : rows) {
              statement.setInt(1, row);
              try (ResultSet found = statement.executeQuery()) {
                if (found.next()) {
                  ids.put(row, new ItemId(found.getString(1)));
                }
              }
            }
          }
          return Map.copyOf(ids);
        });
  }

  private static String array(Collection<ItemId> ids) {
    List<String> texts = new ArrayList<>(ids.size());
    ids.forEach(id -> texts.add(id.value()));
    return JsonTexts.array(texts);
  }
}
