package io.kartela.service.message.web;

import io.kartela.certs.Vault;
import io.kartela.push.webpush.VapidKeys;
import io.kartela.service.platform.House;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who this installation is to push services. The newest pair is given to browsers; whoever was
 * subscribed with an older one is still written to by it. Thread-safe.
 */
public final class WebKeys {
  private final House house;
  private final Vault vault;
  private final Map<String, VapidKeys> known = new ConcurrentHashMap<>();

  public WebKeys(House house, Vault vault) {
    this.house = house;
    this.vault = vault;
  }

  private static String context(String publicKey) {
    return "web push " + publicKey;
  }

  /** What browsers are subscribed with; made when it is first asked for. */
  public String current() {
    return house.database().asWorker(this::newest).orElseGet(this::renew);
  }

  private Optional<String> newest(Connection c) throws SQLException {
    try (PreparedStatement s =
            c.prepareStatement(
                "SELECT public_key FROM kartela.web_push_key ORDER BY made_at DESC, public_key"
                    + " LIMIT 1");
        ResultSet r = s.executeQuery()) {
      return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
    }
  }

  /**
   * Makes another pair, which is the current one from now on. Browsers change over to it when their
   * card's page is next opened.
   */
  public String renew() {
    VapidKeys made = VapidKeys.generate();
    return house
        .database()
        .asWorker(
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      "INSERT INTO kartela.web_push_key (public_key, sealed, made_at) VALUES (?, ?,"
                          + " ?)")) {
                s.setString(1, made.publicKey());
                s.setString(2, vault.seal(made.privateKey(), context(made.publicKey())));
                s.setTimestamp(3, Timestamp.from(house.clock().instant()));
                s.executeUpdate();
              }
              return newest(c).orElseThrow();
            });
  }

  /** The pair with this public key; empty when it is none of ours. */
  Optional<VapidKeys> of(String publicKey) {
    VapidKeys kept = known.get(publicKey);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<VapidKeys> found =
        house
            .database()
            .asWorker(
                c -> {
                  try (PreparedStatement s =
                      c.prepareStatement(
                          "SELECT sealed FROM kartela.web_push_key WHERE public_key = ?")) {
                    s.setString(1, publicKey);
                    try (ResultSet r = s.executeQuery()) {
                      return r.next()
                          ? Optional.of(
                              new VapidKeys(
                                  publicKey, vault.open(r.getString(1), context(publicKey))))
                          : Optional.empty();
                    }
                  }
                });
    found.ifPresent(pair -> known.put(publicKey, pair));
    return found;
  }

  /** Seals under the current master key what is sealed under another; at every start. */
  public void reseal() {
    if (!vault.hasOthers()) {
      return;
    }
    boolean _ =
        house
            .database()
            .asWorker(
                c -> {
                  for (var one : others(c).entrySet()) {
                    String where = context(one.getKey());
                    try (PreparedStatement s =
                        c.prepareStatement(
                            "UPDATE kartela.web_push_key SET sealed = ? WHERE public_key = ?")) {
                      s.setString(1, vault.seal(vault.open(one.getValue(), where), where));
                      s.setString(2, one.getKey());
                      s.executeUpdate();
                    }
                  }
                  return true;
                });
  }

  private Map<String, String> others(Connection c) throws SQLException {
    Map<String, String> others = new LinkedHashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT public_key, sealed FROM kartela.web_push_key WHERE NOT starts_with(sealed, ?)"
                + " FOR UPDATE SKIP LOCKED")) {
      s.setString(1, vault.head());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          others.put(r.getString(1), r.getString(2));
        }
      }
    }
    return others;
  }
}
