package io.kartela.service.member.segment;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How members buy, by their scores of one day, and how they moved since an earlier one. */
final class RfmRoutes implements Routes {
  private static final int MOST_DAYS = 730;

  private static final String ON =
      "SELECT member_id, recency, frequency, "
          + RfmGroup.sql()
          + " AS rfm_group FROM kartela.member_rfm WHERE merchant_id = ? AND since <= ? AND (until"
          + " IS NULL OR until > ?)";

  private final Sessions sessions;
  private final Database database;

  RfmRoutes(Sessions sessions, Database database) {
    this.sessions = sessions;
    this.database = database;
  }

  /** Members of one recency and one frequency, whatever they paid. */
  private record Cell(int recency, int frequency, long members) {}

  /**
   * How many were in one group and are in another.
   *
   * @param was null: bought nothing in the year before
   * @param became null: has bought nothing for a year now
   */
  private record Move(@Nullable RfmGroup was, @Nullable RfmGroup became, long members) {}

  /**
   * Scores.
   *
   * @param day of the newest; null: there are none yet
   * @param before that they are compared with; null: there are none so old
   */
  private record Scores(
      @Nullable LocalDate day,
      @Nullable LocalDate before,
      List<Group> groups,
      List<Cell> cells,
      List<Move> moves) {}

  private record Group(RfmGroup group, long members) {}

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/reports/rfm", this::show);
  }

  private void show(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.SEGMENTS).merchantId();
    int days = Http.query(req, "days", 30, 1, MOST_DAYS);
    Http.send(res, 200, database.inTenant(merchantId, c -> scores(c, merchantId, days)));
  }

  private static Scores scores(Connection c, long merchantId, int days) throws SQLException {
    LocalDate day = newest(c, merchantId, LocalDate.MAX);
    if (day == null) {
      return new Scores(null, null, List.of(), List.of(), List.of());
    }
    Audiences.asBig(c);
    LocalDate before = newest(c, merchantId, day.minusDays(days));
    return new Scores(
        day,
        before,
        groups(c, merchantId, day),
        cells(c, merchantId, day),
        before == null ? List.of() : moves(c, merchantId, before, day));
  }

  private static @Nullable LocalDate newest(Connection c, long merchantId, LocalDate notAfter)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT max(day) FROM kartela.rfm_day WHERE merchant_id = ?"
                + (notAfter.equals(LocalDate.MAX) ? "" : " AND day <= ?"))) {
      s.setLong(1, merchantId);
      if (!notAfter.equals(LocalDate.MAX)) {
        s.setObject(2, notAfter);
      }
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getObject(1, LocalDate.class);
      }
    }
  }

  private static List<Group> groups(Connection c, long merchantId, LocalDate day)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT rfm_group, count(*) FROM (" + ON + ") n GROUP BY 1")) {
      int _ = on(s, 0, merchantId, day);
      List<Group> groups = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          groups.add(new Group(RfmGroup.valueOf(r.getString(1)), r.getLong(2)));
        }
      }
      return groups;
    }
  }

  private static List<Cell> cells(Connection c, long merchantId, LocalDate day)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT recency, frequency, count(*) FROM ("
                + ON
                + ") n GROUP BY 1, 2 ORDER BY 1, 2")) {
      int _ = on(s, 0, merchantId, day);
      List<Cell> cells = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          cells.add(new Cell(r.getInt(1), r.getInt(2), r.getLong(3)));
        }
      }
      return cells;
    }
  }

  private static List<Move> moves(Connection c, long merchantId, LocalDate before, LocalDate day)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT w.rfm_group, n.rfm_group, count(*) FROM ("
                + ON
                + ") w FULL JOIN ("
                + ON
                + ") n USING (member_id) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2")) {
      int at = on(s, 0, merchantId, before);
      int _ = on(s, at, merchantId, day);
      List<Move> moves = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          moves.add(new Move(group(r.getString(1)), group(r.getString(2)), r.getLong(3)));
        }
      }
      return moves;
    }
  }

  private static int on(PreparedStatement s, int after, long merchantId, LocalDate day)
      throws SQLException {
    s.setLong(after + 1, merchantId);
    s.setObject(after + 2, day);
    s.setObject(after + 3, day);
    return after + 3;
  }

  private static @Nullable RfmGroup group(@Nullable String name) {
    return name == null ? null : RfmGroup.valueOf(name);
  }
}
