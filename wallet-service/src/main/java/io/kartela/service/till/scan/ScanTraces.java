package io.kartela.service.till.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which scans there were and what came of them. Works in the caller's transaction. Stateless. */
final class ScanTraces {
  /** What the cabinet may look up; the code itself is not kept. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Trace(
      String id,
      Instant at,
      String registerId,
      @Nullable String cashierId,
      @Nullable String source,
      @Nullable String symbology,
      String medium,
      String outcome,
      @Nullable String memberId,
      String tail,
      List<String> repairs) {}

  record Page(List<Trace> items, @Nullable String nextCursor) {}

  /** Whose traces, from where on, of which stores' registers; null = any. */
  record Query(
      @Nullable Long memberId,
      @Nullable Long registerId,
      @Nullable Set<Long> stores,
      Place before,
      int limit) {
    /** Numbers only, written out: no placeholder to count. */
    private String filter() {
      String filter =
          (memberId == null ? "" : " AND member_id = " + memberId)
              + (registerId == null ? "" : " AND register_id = " + registerId);
      return stores == null
          ? filter
          : filter
              + " AND register_id IN (SELECT register_id FROM kartela.register r WHERE"
              + " r.merchant_id = scan.merchant_id AND r.store_id = ANY ('{"
              + stores.stream().map(id -> Long.toString(id)).collect(Collectors.joining(","))
              + "}'::bigint[]))";
    }
  }

  /** A place in the list, newest first. */
  record Place(long millis, long id) {
    static final Place NEWEST = new Place(253_402_300_799_000L, Long.MAX_VALUE);

    static Place of(@Nullable String cursor) {
      if (cursor == null) {
        return NEWEST;
      }
      if (!cursor.matches("[0-9]{1,15}-[0-9]{1,18}")) {
        throw new Problem(ProblemCode.INVALID_PARAMETER, "cursor", "nextCursor");
      }
      int dash = cursor.indexOf('-');
      return new Place(
          Long.parseLong(cursor.substring(0, dash)), Long.parseLong(cursor.substring(dash + 1)));
    }
  }

  /**
   * Leaves a trace. It is no money: unless the scan used up a read, its commit need not wait for
   * the disk. What a read card allows is forgotten with it: the card is read again then.
   */
  void record(
      Connection c,
      RegisterPrincipal register,
      long id,
      Instant at,
      Resolver.Ask ask,
      Resolution resolution,
      String outcome)
      throws SQLException {
    boolean durable = resolution.medium().endsWith("NFC") || resolution.medium().equals("ROTATING");
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.scan (merchant_id, scan_id, at, register_id, source, symbology, medium, outcome,
                member_id, tail, repairs, cashier_id, presence, unconfirmed)
            SELECT ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?::bigint, ?, ? FROM set_config('synchronous_commit', ?, true)
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, id);
      s.setTimestamp(3, Timestamp.from(at.truncatedTo(ChronoUnit.MILLIS)));
      s.setLong(4, register.registerId());
      s.setString(5, ask.source());
      s.setString(6, ask.symbology());
      s.setString(7, resolution.medium());
      s.setString(8, outcome);
      Long memberId = resolution.memberId();
      if (memberId == null) {
        s.setNull(9, Types.BIGINT);
      } else {
        s.setLong(9, memberId);
      }
      s.setString(10, resolution.tail());
      s.setArray(11, c.createArrayOf("text", resolution.repairs().toArray()));
      s.setObject(12, register.cashierId(), Types.BIGINT);
      Resolution.Found found = resolution instanceof Resolution.Found f ? f : null;
      s.setString(13, found == null ? null : found.presence().name());
      s.setString(14, found == null ? null : found.unconfirmed());
      s.setString(15, durable ? "on" : "off");
      s.executeUpdate();
    }
  }

  Page page(Connection c, long merchantId, Query query) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT scan_id, at, register_id, cashier_id, source, symbology, medium, outcome,"
                + " member_id, tail, repairs FROM kartela.scan WHERE merchant_id = ?"
                + query.filter()
                + " AND (at, scan_id) < (?, ?) ORDER BY at DESC, scan_id DESC LIMIT ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, new Timestamp(query.before.millis));
      s.setLong(3, query.before.id);
      s.setInt(4, query.limit + 1);
      List<Trace> traces = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          traces.add(read(r));
        }
      }
      boolean more = traces.size() > query.limit;
      List<Trace> shown = more ? traces.subList(0, query.limit) : traces;
      return new Page(
          List.copyOf(shown),
          more ? shown.getLast().at.toEpochMilli() + "-" + shown.getLast().id : null);
    }
  }

  private static Trace read(ResultSet r) throws SQLException {
    long member = r.getLong("member_id");
    Long cashier = r.getObject("cashier_id", Long.class);
    return new Trace(
        Long.toString(r.getLong("scan_id")),
        r.getTimestamp("at").toInstant(),
        Long.toString(r.getLong("register_id")),
        cashier == null ? null : cashier.toString(),
        r.getString("source"),
        r.getString("symbology"),
        r.getString("medium"),
        r.getString("outcome"),
        member == 0 ? null : Long.toString(member),
        r.getString("tail"),
        Arrays.asList((String[]) r.getArray("repairs").getArray()));
  }
}
