package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Tokens;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What authenticators are to sign: random, good once, for minutes, and for whom it was made only.
 * Thread-safe.
 */
final class Challenges {
  static final Duration LIFE = Duration.ofMinutes(5);

  private final Database database;
  private final InstantSource clock;

  Challenges(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Another one, base64url.
   *
   * @param bound to what it belongs; empty: to nobody
   */
  String make(String bound) {
    String challenge = Tokens.random();
    var now = clock.instant();
    int _ =
        database.inTransaction(
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      "DELETE FROM kartela.route_passkey_challenge WHERE expires_at < ?")) {
                s.setTimestamp(1, Timestamp.from(now));
                s.executeUpdate();
              }
              try (PreparedStatement s =
                  c.prepareStatement(
                      "INSERT INTO kartela.route_passkey_challenge (challenge_hash, bound,"
                          + " expires_at) VALUES (?, ?, ?)")) {
                s.setBytes(1, Tokens.sha256(challenge));
                s.setBytes(2, Tokens.sha256(bound));
                s.setTimestamp(3, Timestamp.from(now.plus(LIFE)));
                return s.executeUpdate();
              }
            });
    return challenge;
  }

  /** Uses it up; false when it was none, is over, or somebody else's. */
  boolean take(String challenge, String bound) {
    return database.inTransaction(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "DELETE FROM kartela.route_passkey_challenge WHERE challenge_hash = ? AND bound ="
                      + " ? AND expires_at > ?")) {
            s.setBytes(1, Tokens.sha256(challenge));
            s.setBytes(2, Tokens.sha256(bound));
            s.setTimestamp(3, Timestamp.from(clock.instant()));
            return s.executeUpdate() == 1;
          }
        });
  }
}
