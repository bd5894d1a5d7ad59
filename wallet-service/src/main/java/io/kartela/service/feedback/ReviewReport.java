package io.kartela.service.feedback;

import io.kartela.service.report.stats.Nps;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many were asked and answered in a period, and what they think: of the shop, of each store, of
 * each employee with some of the store's answers added. No figure is told of ten answers or fewer.
 */
final class ReviewReport {
  /** More than so many are asked for a figure. */
  private static final int FEW = 10;

  private ReviewReport() {}

  /**
   * What customers think.
   *
   * @param value −100 to 100; null: too few answers yet
   * @param low of the interval that holds the truth in 95 cases of 100
   */
  record NpsView(
      long promoters,
      long passives,
      long detractors,
      @Nullable Long value,
      @Nullable Long low,
      @Nullable Long high) {}

  record OfStore(String id, String name, NpsView nps) {}

  record OfCashier(String id, String name, String store, NpsView nps) {}

  /** How reviews of one kind stand. */
  record Statuses(long all, long fresh, long inWork, long done) {}

  record Requests(long decided, long asked, long delivered, long answered) {}

  record View(
      Requests requests,
      Statuses reviews,
      Statuses positive,
      Statuses negative,
      NpsView nps,
      List<OfStore> stores,
      List<OfCashier> cashiers) {}

  private record Key(long storeId, @Nullable Long cashierId) {}

  private static final class Counts {
    long promoters;
    long passives;
    long detractors;

    void add(Counts more) {
      promoters += more.promoters;
      passives += more.passives;
      detractors += more.detractors;
    }

    Nps nps() {
      return new Nps(promoters, passives, detractors);
    }

    NpsView view(Nps shown) {
      if (promoters + passives + detractors <= FEW) {
        return new NpsView(promoters, passives, detractors, null, null, null);
      }
      Nps.Score score = shown.score();
      return new NpsView(
          promoters,
          passives,
          detractors,
          Math.round(score.value()),
          Math.round(score.interval().low()),
          Math.round(score.interval().high()));
    }
  }

  static View of(Connection c, StaffPrincipal staff, Instant from, Instant to) throws SQLException {
    Map<Key, Counts> counts = new LinkedHashMap<>();
    Map<Long, String> stores = new LinkedHashMap<>();
    Map<Long, String> cashiers = new LinkedHashMap<>();
    read(c, staff, from, to, counts, stores, cashiers);
    Counts all = new Counts();
    Map<Long, Counts> byStore = new LinkedHashMap<>();
    counts.forEach(
        (key, one) -> {
          all.add(one);
          byStore.computeIfAbsent(key.storeId, _ -> new Counts()).add(one);
        });
    List<OfStore> ofStores = new ArrayList<>();
    byStore.forEach(
        (id, one) ->
            ofStores.add(
                new OfStore(Long.toString(id), stores.getOrDefault(id, ""), one.view(one.nps()))));
    List<OfCashier> ofCashiers = new ArrayList<>();
    counts.forEach(
        (key, one) -> {
          Counts store = byStore.get(key.storeId);
          if (key.cashierId != null && store != null) {
            ofCashiers.add(
                new OfCashier(
                    Long.toString(key.cashierId),
                    cashiers.getOrDefault(key.cashierId, ""),
                    stores.getOrDefault(key.storeId, ""),
                    one.view(one.nps().towards(store.nps()))));
          }
        });
    return new View(
        requests(c, staff, from, to),
        statuses(c, staff, from, to, 0, 10),
        statuses(c, staff, from, to, 9, 10),
        statuses(c, staff, from, to, 0, 6),
        all.view(all.nps()),
        ofStores,
        ofCashiers);
  }

  private static void read(
      Connection c,
      StaffPrincipal staff,
      Instant from,
      Instant to,
      Map<Key, Counts> counts,
      Map<Long, String> stores,
      Map<Long, String> cashiers)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT v.store_id, st.name, v.cashier_id, ca.name, count(*) FILTER (WHERE v.score >= 9),
                count(*) FILTER (WHERE v.score IN (7, 8)), count(*) FILTER (WHERE v.score <= 6)
            FROM kartela.review v
            JOIN kartela.store st ON st.merchant_id = v.merchant_id AND st.store_id = v.store_id
            LEFT JOIN kartela.cashier ca ON ca.merchant_id = v.merchant_id AND ca.cashier_id = v.cashier_id
            WHERE v.merchant_id = ? AND v.at >= ? AND v.at < ? AND (?::bigint[] IS NULL OR v.store_id = ANY (?))
            GROUP BY v.store_id, st.name, v.cashier_id, ca.name ORDER BY st.name, v.store_id, ca.name, v.cashier_id
            """)) {
      period(c, s, staff, from, to);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Long cashier = r.getObject(3, Long.class);
          stores.put(r.getLong(1), r.getString(2));
          if (cashier != null) {
            cashiers.put(cashier, r.getString(4) == null ? "" : r.getString(4));
          }
          Counts one = new Counts();
          one.promoters = r.getLong(5);
          one.passives = r.getLong(6);
          one.detractors = r.getLong(7);
          counts.put(new Key(r.getLong(1), cashier), one);
        }
      }
    }
  }

  private static void period(
      Connection c, PreparedStatement s, StaffPrincipal staff, Instant from, Instant to)
      throws SQLException {
    s.setLong(1, staff.merchantId());
    s.setTimestamp(2, Timestamp.from(from));
    s.setTimestamp(3, Timestamp.from(to));
    s.setArray(4, ReviewList.stores(c, staff));
    s.setArray(5, ReviewList.stores(c, staff));
  }

  private static Statuses statuses(
      Connection c, StaffPrincipal staff, Instant from, Instant to, int low, int high)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*), count(*) FILTER (WHERE status = 'NEW'), count(*) FILTER (WHERE status = 'IN_WORK'),
                count(*) FILTER (WHERE status = 'DONE')
            FROM kartela.review WHERE merchant_id = ? AND at >= ? AND at < ?
                AND (?::bigint[] IS NULL OR store_id = ANY (?)) AND score BETWEEN ? AND ?
            """)) {
      period(c, s, staff, from, to);
      s.setInt(6, low);
      s.setInt(7, high);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Statuses(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4));
      }
    }
  }

  /** Of those who were asked in the period, whenever they answered. */
  private static Requests requests(Connection c, StaffPrincipal staff, Instant from, Instant to)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*), count(*) FILTER (WHERE a.outcome IS DISTINCT FROM 'SKIPPED'),
                count(*) FILTER (WHERE a.outcome = 'DELIVERED'), count(v.review_id)
            FROM kartela.review_message a
            JOIN kartela.receipt r ON r.merchant_id = a.merchant_id AND r.receipt_id = a.receipt_id
            LEFT JOIN kartela.review v ON v.merchant_id = a.merchant_id AND v.receipt_id = a.receipt_id
            WHERE a.merchant_id = ? AND a.kind = 'ASK' AND a.at >= ? AND a.at < ?
                AND (?::bigint[] IS NULL OR r.store_id = ANY (?))
            """)) {
      period(c, s, staff, from, to);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Requests(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4));
      }
    }
  }
}
