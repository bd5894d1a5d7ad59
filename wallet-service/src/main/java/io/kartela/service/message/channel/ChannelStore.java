package io.kartela.service.message.channel;

import io.kartela.certs.Vault;
import io.kartela.service.message.channel.Channel.Stop;
import io.kartela.service.message.channel.Channel.Use;
import io.kartela.service.message.channel.Channel.Why;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.work.SealedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * A shop's channels, their secrets sealed under the master key. In the caller's transaction,
 * confined to the merchant. Thread-safe.
 */
public final class ChannelStore {
  private static final SealedTable TABLE =
      new SealedTable("channel", SealedTable.Key.text("kind"), ChannelStore::context);

  private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

  private final Vault vault;

  public ChannelStore(Vault vault) {
    this.vault = vault;
  }

  /** Where their secrets are kept. */
  public static SealedTable sealed() {
    return TABLE;
  }

  private static String context(long merchantId, String kind) {
    return "merchant " + merchantId + " channel " + kind;
  }

  /** In the order in which they are tried. */
  public static List<Channel> all(Connection c, long merchantId) throws SQLException {
    return all(c, merchantId, "");
  }

  /** The same; nobody changes one of them before the transaction ends. */
  public static List<Channel> held(Connection c, long merchantId) throws SQLException {
    return all(c, merchantId, " FOR SHARE");
  }

  private static List<Channel> all(Connection c, long merchantId, String lock) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT kind, vendor, settings, active, marketing, rank, price, per_minute, revision, stopped_why, stopped_detail,
                stopped_at
            FROM kartela.channel WHERE merchant_id = ? ORDER BY rank, kind
            """
                + lock)) {
      s.setLong(1, merchantId);
      List<Channel> list = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          list.add(read(r));
        }
      }
      return list;
    }
  }

  private static Channel read(ResultSet r) throws SQLException {
    String why = r.getString(10);
    return new Channel(
        ChannelKind.valueOf(r.getString(1)),
        Vendor.valueOf(r.getString(2)),
        Http.JSON.readValue(r.getString(3), SETTINGS),
        new Use(r.getBoolean(4), r.getBoolean(5), r.getInt(6), r.getLong(7), r.getInt(8)),
        r.getInt(9),
        why == null
            ? null
            : new Stop(Why.valueOf(why), r.getString(11), r.getTimestamp(12).toInstant()));
  }

  public static Optional<Channel> one(Connection c, long merchantId, ChannelKind kind)
      throws SQLException {
    return all(c, merchantId).stream().filter(channel -> channel.kind() == kind).findFirst();
  }

  /** One that the shop has. */
  static Channel require(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    return one(c, merchantId, kind).orElseThrow(() -> new Problem(ProblemCode.CHANNEL_NOT_FOUND));
  }

  /** Empty when it needs none. */
  public String secret(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT sealed FROM kartela.channel WHERE merchant_id = ? AND kind = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? vault.open(r.getString(1), context(merchantId, kind.name())) : "";
      }
    }
  }

  /**
   * Keeps what was chosen, the newest at the end of the order but before all when it is free, and
   * lets it go on when it stood still.
   *
   * @param secret null: the one that is there
   */
  void keep(Connection c, long merchantId, Channel channel, @Nullable String secret)
      throws SQLException {
    String kind = channel.kind().name();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.channel AS was (merchant_id, kind, vendor, settings, sealed, active, marketing, rank, price,
                per_minute)
            SELECT ?, ?, ?, ?::jsonb, ?, ?, ?, coalesce(CASE WHEN ? THEN min(rank) - 1 ELSE max(rank) + 1 END, 0), ?, ? FROM kartela.channel WHERE merchant_id = ?
            ON CONFLICT (merchant_id, kind) DO UPDATE SET vendor = excluded.vendor, settings = excluded.settings,
                sealed = coalesce(nullif(excluded.sealed, ''), was.sealed), active = excluded.active,
                marketing = excluded.marketing, price = excluded.price, per_minute = excluded.per_minute,
                revision = was.revision + 1, stopped_why = NULL, stopped_detail = NULL, stopped_at = NULL
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind);
      s.setString(3, channel.vendor().name());
      s.setString(4, Http.JSON.writeValueAsString(channel.settings()));
      s.setString(5, secret == null ? "" : vault.seal(secret, context(merchantId, kind)));
      s.setBoolean(6, channel.use().active());
      s.setBoolean(7, channel.use().marketing());
      s.setBoolean(8, channel.kind().isFree());
      s.setLong(9, channel.price());
      s.setInt(10, channel.use().perMinute());
      s.setLong(11, merchantId);
      s.executeUpdate();
    }
  }

  static boolean remove(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.channel WHERE merchant_id = ? AND kind = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      return s.executeUpdate() == 1;
    }
  }

  static void order(Connection c, long merchantId, List<ChannelKind> kinds) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.channel SET rank = ? WHERE merchant_id = ? AND kind = ?")) {
      for (int i = 0; i < kinds.size(); i++) {
        s.setInt(1, i);
        s.setLong(2, merchantId);
        s.setString(3, kinds.get(i).name());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /**
   * The vendor refused us, as we were when we asked: whoever changed the channel since is not
   * stopped by an old answer. True: it stands still from now on.
   */
  public static boolean stop(Connection c, long merchantId, Channel channel, Stop stop)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.channel SET stopped_why = ?, stopped_detail = ?, stopped_at = ?
            WHERE merchant_id = ? AND kind = ? AND revision = ? AND stopped_at IS NULL
            """)) {
      s.setString(1, stop.why().name());
      s.setString(2, stop.detail());
      s.setTimestamp(3, Timestamp.from(stop.at()));
      s.setLong(4, merchantId);
      s.setString(5, channel.kind().name());
      s.setInt(6, channel.revision());
      return s.executeUpdate() == 1;
    }
  }

  /** It works again. */
  static void go(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.channel SET stopped_why = NULL, stopped_detail = NULL, stopped_at = NULL
            WHERE merchant_id = ? AND kind = ?
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.executeUpdate();
    }
  }
}
