package io.kartela.service.member.profile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * What a shop lets its members do by themselves.
 *
 * @param ownBirthday whether members may say their birthday, once
 * @param sites origins of the shop's own sites, whose pages may sign people up
 */
public record PlaceSettings(boolean ownBirthday, List<String> sites) {
  static final PlaceSettings USUAL = new PlaceSettings(true, List.of());

  public PlaceSettings {
    sites = List.copyOf(sites);
  }

  public static PlaceSettings of(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT own_birthday, sites FROM kartela.place_settings WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new PlaceSettings(r.getBoolean(1), Arrays.asList((String[]) r.getArray(2).getArray()))
            : USUAL;
      }
    }
  }

  void keep(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.place_settings (merchant_id, own_birthday, sites) VALUES (?, ?, ?)
            ON CONFLICT (merchant_id) DO UPDATE SET own_birthday = excluded.own_birthday, sites = excluded.sites
            """)) {
      s.setLong(1, merchantId);
      s.setBoolean(2, ownBirthday);
      s.setArray(3, c.createArrayOf("text", sites.toArray()));
      s.executeUpdate();
    }
  }
}
