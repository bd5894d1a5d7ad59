package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.service.platform.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a program is published into: stores' zones, tiers that members hold, what is sold. */
final class Surroundings {
  private final Database database;

  Surroundings(Database database) {
    this.database = database;
  }

  Validation validate(long merchantId, String document) {
    return database.inTenant(
        merchantId, c -> Validation.of(document, zones(c, merchantId), tiers(c, merchantId)));
  }

  /** What is said beside the rules of a sound program; nothing of one that is not. */
  List<Validation.Remark> notes(long merchantId, Validation of) {
    Program program = of.program();
    return program == null
        ? List.of()
        : database.inTenant(merchantId, c -> Notes.of(c, merchantId, program));
  }

  private static List<ZoneId> zones(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT DISTINCT zone FROM kartela.store WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      List<ZoneId> zones = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          zones.add(ZoneId.of(r.getString(1)));
        }
      }
      return zones;
    }
  }

  private static Map<String, Long> tiers(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT tier, count(*) FROM kartela.member_standing WHERE merchant_id = ? GROUP BY"
                + " tier")) {
      s.setLong(1, merchantId);
      Map<String, Long> held = new TreeMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          held.put(r.getString(1), r.getLong(2));
        }
      }
      return held;
    }
  }
}
