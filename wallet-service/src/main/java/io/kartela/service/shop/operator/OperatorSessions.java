package io.kartela.service.shop.operator;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Who is the operator: whoever brings his key, or the cookie that was given for it. Pages keep the
 * cookie, which no script reads, and not the key; another key ends what was opened with the former
 * one. Thread-safe.
 */
public final class OperatorSessions {
  static final Duration LIFE = Duration.ofHours(2);

  private final Database database;
  private final OperatorKey key;
  private final InstantSource clock;
  private final RateLimit wrongKeys;

  /**
   * A session that was opened.
   *
   * @param token what the cookie carries; the database knows its hash only
   */
  record Opened(String token, Instant expiresAt) {}

  public OperatorSessions(Database database, OperatorKey key, InstantSource clock) {
    this.database = database;
    this.key = key;
    this.clock = clock;
    this.wrongKeys = new RateLimit(20, Duration.ofMinutes(1), clock);
  }

  /**
   * Lets the operator in, by his key or else by what he was given for it.
   *
   * @param client whose wrong keys are counted
   */
  void require(Optional<String> given, Optional<String> token, String client) {
    if (given.isPresent()) {
      requireKey(given.get(), client);
    } else {
      Instant _ = open(token);
    }
  }

  /** Only wrong keys are limited: a stranger must not keep the operator out. */
  private void requireKey(String given, String client) {
    if (!key.is(given)) {
      wrongKeys.take(client);
      throw new Problem(ProblemCode.OPERATOR_KEY_INVALID);
    }
  }

  /** Until when this token counts; a problem when it does not. */
  Instant open(Optional<String> token) {
    return token
        .flatMap(t -> database.asOperator(c -> until(c, t)))
        .orElseThrow(() -> new Problem(ProblemCode.OPERATOR_KEY_INVALID));
  }

  private Optional<Instant> until(Connection c, String token) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT expires_at FROM kartela.operator_session
            WHERE token_hash = ? AND key_hash = ? AND expires_at > ?
            """)) {
      s.setBytes(1, Tokens.sha256(token));
      s.setBytes(2, key.hash(c));
      s.setTimestamp(3, Timestamp.from(clock.instant()));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getTimestamp(1).toInstant()) : Optional.empty();
      }
    }
  }

  Opened signIn(String given, String client) {
    requireKey(given, client);
    String token = Tokens.random();
    Instant expires = clock.instant().plus(LIFE);
    database.asOperator(
        c -> {
          forget(c);
          try (PreparedStatement s =
              c.prepareStatement(
                  "INSERT INTO kartela.operator_session (token_hash, key_hash, expires_at) VALUES"
                      + " (?, ?, ?)")) {
            s.setBytes(1, Tokens.sha256(token));
            s.setBytes(2, Tokens.sha256(given));
            s.setTimestamp(3, Timestamp.from(expires));
            return s.executeUpdate();
          }
        });
    return new Opened(token, expires);
  }

  private void forget(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.operator_session WHERE expires_at <= ?")) {
      s.setTimestamp(1, Timestamp.from(clock.instant()));
      s.executeUpdate();
    }
  }

  void signOut(String token) {
    database.asOperator(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement("DELETE FROM kartela.operator_session WHERE token_hash = ?")) {
            s.setBytes(1, Tokens.sha256(token));
            return s.executeUpdate();
          }
        });
  }
}
