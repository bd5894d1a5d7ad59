package io.kartela.service.shop.goods;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quick buttons of tills: the shop's, and those of registers that have their own. Thread-safe.
 */
final class TillButtons {
  /** Stands for the whole shop. */
  static final long SHOP = 0;

  private final Database database;
  private final Audit audit;
  private final ItemStore items = new ItemStore();

  /**
   * What a till shows.
   *
   * @param own whether they were set for this very register (or this very shop)
   */
  record Shown(boolean own, List<Button> items) {}

  TillButtons(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /** Of a register its own, else the shop's; goods as the catalogue has them now. */
  Shown of(long merchantId, long registerId) {
    return database.inTenant(
        merchantId,
        c -> {
          require(c, merchantId, registerId);
          Optional<List<Button>> own = read(c, merchantId, registerId);
          List<Button> set =
              own.isPresent() ? own.get() : read(c, merchantId, SHOP).orElse(List.of());
          return new Shown(own.isPresent(), current(c, merchantId, set));
        });
  }

  private static void require(Connection c, long merchantId, long registerId) throws SQLException {
    if (registerId == SHOP) {
      return;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT FROM kartela.register WHERE merchant_id = ? AND register_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, registerId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.REGISTER_NOT_FOUND);
        }
      }
    }
  }

  private static Optional<List<Button>> read(Connection c, long merchantId, long registerId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT buttons FROM kartela.till_buttons WHERE merchant_id = ? AND register_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, registerId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(List.of(Http.JSON.readValue(r.getString(1), Button[].class)))
            : Optional.empty();
      }
    }
  }

  /** Goods that are sold no more have no button. */
  private List<Button> current(Connection c, long merchantId, List<Button> set)
      throws SQLException {
    Map<String, Button> now = new HashMap<>();
    List<Long> ids =
        set.stream()
            .flatMap(b -> Optional.ofNullable(b.itemId()).stream())
            .map(Long::valueOf)
            .toList();
    for (Good.Kept kept : items.read(c, merchantId, ids)) {
      if (!kept.good().archived() && !kept.good().codes().isEmpty()) {
        now.put(Long.toString(kept.id()), Button.of(kept));
      }
    }
    return set.stream()
        .filter(b -> b.itemId() == null || now.containsKey(b.itemId()))
        .map(b -> b.itemId() == null ? b : now.getOrDefault(b.itemId(), b))
        .toList();
  }

  /** Sets them; an empty list of a register gives it back the shop's. */
  Shown set(long merchantId, long registerId, String author, List<Button> wanted) {
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              require(c, merchantId, registerId);
              write(c, merchantId, registerId, wanted);
              CategoryStore.name(
                  c,
                  merchantId,
                  wanted.stream()
                      .flatMap(b -> Optional.ofNullable(b.category()).stream())
                      .toList());
              audit.record(
                  c,
                  merchantId,
                  author,
                  "BUTTONS_SET",
                  registerId == SHOP ? "shop" : Long.toString(registerId),
                  Map.of("buttons", wanted.stream().map(Button::name).toList()));
              return true;
            });
    return of(merchantId, registerId);
  }

  private static void write(Connection c, long merchantId, long registerId, List<Button> wanted)
      throws SQLException {
    String sql =
        wanted.isEmpty()
            ? "DELETE FROM kartela.till_buttons WHERE merchant_id = ? AND register_id = ?"
            : "INSERT INTO kartela.till_buttons (merchant_id, register_id, buttons) VALUES (?, ?,"
                + " ?::jsonb) ON CONFLICT (merchant_id, register_id) DO UPDATE SET buttons ="
                + " excluded.buttons";
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, registerId);
      if (!wanted.isEmpty()) {
        s.setString(3, Http.JSON.writeValueAsString(wanted));
      }
      s.executeUpdate();
    }
  }
}
