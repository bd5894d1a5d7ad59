package io.kartela.service.message.channel;

import io.kartela.certs.Vault;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.platform.work.SealedTable;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses at which vendors tell us things, one for each channel of a shop: of random bits, with
 * the merchant's number in front. In the caller's transaction, confined to the merchant.
 * Thread-safe.
 */
public final class Hooks {
  private static final SealedTable TABLE =
      new SealedTable("channel_hook", SealedTable.Key.text("kind"), Hooks::context);

  private static final String FIND =
      "SELECT kind, name, sealed, listening FROM kartela.channel_hook WHERE merchant_id = ? AND"
          + " kind = ?";

  private final Vault vault;
  private final URI publicUrl;

  /**
   * One address.
   *
   * @param secret by which the vendor proves itself
   * @param listening whether the vendor said that it will post here
   */
  public record Hook(ChannelKind kind, URI address, String secret, boolean listening) {
    /** For vendors that sign nothing: the address carries the secret. */
    URI keyed() {
      return URI.create(address + "?key=" + secret);
    }

    /** Whether this is its name; told in constant time. */
    public boolean isNamed(String name) {
      String path = address.getPath();
      return Tokens.same(
          Tokens.sha256(path.substring(path.lastIndexOf('/') + 1)), Tokens.sha256(name));
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "hook of " + kind;
    }
  }

  public Hooks(Vault vault, URI publicUrl) {
    this.vault = vault;
    this.publicUrl = publicUrl;
  }

  /** Where their secrets are kept. */
  public static SealedTable sealed() {
    return TABLE;
  }

  private static String context(long merchantId, String kind) {
    return "merchant " + merchantId + " hook " + kind;
  }

  /** The merchant that a hook's name speaks of, who may know nothing of it. */
  public static Optional<Long> merchant(String name) {
    return UnsubscribeLinks.merchant(name);
  }

  /** The one of a channel; made when it is first asked for. */
  Hook of(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    Optional<Hook> known = find(c, merchantId, kind);
    if (known.isPresent()) {
      return known.get();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.channel_hook (merchant_id, kind, name, sealed) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT DO NOTHING")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setString(3, Long.toString(merchantId, Character.MAX_RADIX) + "-" + Tokens.random());
      s.setString(4, vault.seal(Tokens.random(), context(merchantId, kind.name())));
      s.executeUpdate();
    }
    return find(c, merchantId, kind).orElseThrow();
  }

  /** The one that a channel has. */
  public Optional<Hook> find(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(FIND)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        String path =
            "/api/v1/hooks/" + kind.name().toLowerCase(Locale.ROOT) + "/" + r.getString(2);
        return Optional.of(
            new Hook(
                kind,
                publicUrl.resolve(path),
                vault.open(r.getString(3), context(merchantId, kind.name())),
                r.getBoolean(4)));
      }
    }
  }

  static void listening(Connection c, long merchantId, ChannelKind kind, boolean listening)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.channel_hook SET listening = ? WHERE merchant_id = ? AND kind = ?")) {
      s.setBoolean(1, listening);
      s.setLong(2, merchantId);
      s.setString(3, kind.name());
      s.executeUpdate();
    }
  }

  /** Whatever is posted there later is nobody's. */
  static void forget(Connection c, long merchantId, ChannelKind kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.channel_hook WHERE merchant_id = ? AND kind = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.executeUpdate();
    }
  }
}
