package io.kartela.service.shop.details;

import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a shop's details. */
final class DetailsStore {
  private DetailsStore() {}

  /** The row stays locked: who changes it changes what is read here. */
  static Details lock(Connection c, long merchantId) throws SQLException {
    return read(c, merchantId, " FOR UPDATE");
  }

  static Details read(Connection c, long merchantId) throws SQLException {
    return read(c, merchantId, "");
  }

  private static Details read(Connection c, long merchantId, String lock) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT name, name_en, description_ru, description_en, zone, phone, email, site, address
            FROM kartela.merchant WHERE merchant_id = ?
            """
                + lock)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Details(
            new LocalText(r.getString(1), r.getString(2)),
            new LocalText(r.getString(3), r.getString(4)),
            r.getString(5),
            new Details.Contacts(r.getString(6), r.getString(7), r.getString(8), r.getString(9)));
      }
    }
  }

  static void write(Connection c, long merchantId, Details now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.merchant SET name = ?, name_en = ?, description_ru = ?, description_en = ?, zone = ?,
                phone = ?, email = ?, site = ?, address = ?
            WHERE merchant_id = ?
            """)) {
      s.setString(1, now.name().ru());
      s.setString(2, now.name().en());
      s.setString(3, now.description().ru());
      s.setString(4, now.description().en());
      s.setString(5, now.zone());
      s.setString(6, now.contacts().phone());
      s.setString(7, now.contacts().email());
      s.setString(8, now.contacts().site());
      s.setString(9, now.contacts().address());
      s.setLong(10, merchantId);
      s.executeUpdate();
    }
  }

  static Optional<Text> current(Connection c, long merchantId, Text.Kind kind) throws SQLException {
    return versions(c, merchantId, kind, Integer.MAX_VALUE, 1).stream().findFirst();
  }

  /** Newest first, older than this one. */
  static List<Text> versions(Connection c, long merchantId, Text.Kind kind, long before, int limit)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT version, url, body_ru, body_en, published_at, published_by FROM kartela.shop_text
            WHERE merchant_id = ? AND kind = ? AND version < ? ORDER BY version DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setLong(3, before);
      s.setInt(4, limit);
      List<Text> texts = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String url = r.getString(2);
          texts.add(
              new Text(
                  r.getInt(1),
                  url.isEmpty() ? null : url,
                  url.isEmpty() ? new LocalText(r.getString(3), r.getString(4)) : null,
                  r.getTimestamp(5).toInstant(),
                  r.getString(6)));
        }
      }
      return texts;
    }
  }

  static void add(Connection c, long merchantId, Text.Kind kind, int version, Text.Body body, By by)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.shop_text (merchant_id, kind, version, url, body_ru, body_en, published_at, published_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setInt(3, version);
      s.setString(4, body.url());
      s.setString(5, body.ru());
      s.setString(6, body.en());
      s.setTimestamp(7, Timestamp.from(by.at()));
      s.setString(8, by.author());
      s.executeUpdate();
    }
  }

  /** Whose version it is, and since when. */
  record By(String author, Instant at) {}
}
