package io.kartela.service.privacy;

import io.kartela.service.member.consent.Evidence;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.wallet.pass.Passes;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person does about their own data: takes them along, and asks to be forgotten. That comes
 * true after three days, in which it can be taken back: nobody's bonuses are gone by one tap, or by
 * whoever holds the phone for a minute. Thread-safe.
 */
public final class OwnData {
  private static final Duration WAIT = Duration.ofDays(3);
  private static final int AT_ONCE = 100;

  private final Database database;
  private final PersonalData data;
  private final Erasures erasures;
  private final Audit audit;
  private final InstantSource clock;

  public OwnData(House house, Passes passes, Audit audit) {
    this.database = house.database();
    this.data = new PersonalData(house.database());
    this.erasures = new Erasures(house, passes, audit);
    this.audit = audit;
    this.clock = house.clock();
  }

  /** Everything that is kept of the member. */
  public void write(OutputStream out, long merchantId, long memberId) {
    data.write(out, merchantId, memberId);
  }

  public void exported(Connection c, long merchantId, long memberId) throws SQLException {
    audit.record(
        c, merchantId, Audit.MEMBER, "PERSONAL_DATA_EXPORTED", "member:" + memberId, Map.of());
  }

  /** When the member will be forgotten; empty: nobody asked for it. */
  public Optional<Instant> due(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT due_at FROM kartela.erasure_request WHERE merchant_id = ? AND member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getTimestamp(1).toInstant()) : Optional.empty();
      }
    }
  }

  /** Asked once more, it is the first time that counts. */
  public Instant ask(Connection c, long merchantId, long memberId) throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.erasure_request (merchant_id, member_id, asked_at, due_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setTimestamp(3, Timestamp.from(now));
      s.setTimestamp(4, Timestamp.from(now.plus(WAIT)));
      if (s.executeUpdate() > 0) {
        audit.record(c, merchantId, Audit.MEMBER, "ERASURE_ASKED", "member:" + memberId, Map.of());
      }
    }
    return due(c, merchantId, memberId).orElseThrow();
  }

  public void takeBack(Connection c, long merchantId, long memberId) throws SQLException {
    if (drop(c, merchantId, memberId)) {
      audit.record(
          c, merchantId, Audit.MEMBER, "ERASURE_TAKEN_BACK", "member:" + memberId, Map.of());
    }
  }

  private static boolean drop(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.erasure_request WHERE merchant_id = ? AND member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      return s.executeUpdate() > 0;
    }
  }

  /** Forgets those of this merchant whose three days are over. */
  public void run(long merchantId) {
    Instant now = clock.instant();
    for (long memberId : database.inTenant(merchantId, c -> due(c, merchantId, now))) {
      try {
        erasures.erase(
            new Erasures.By(merchantId, "", Audit.MEMBER, new Evidence.AtPlace("")), memberId);
      } catch (Problem e) {
        if (e.code() == ProblemCode.MEMBER_NOT_FOUND) {
          // Became one with another record meanwhile; who is whole is asked at their own place.
          boolean _ = database.inTenant(merchantId, c -> drop(c, merchantId, memberId));
        } else if (e.code() != ProblemCode.OPEN_HOLDS) {
          throw e;
        }
        // With bonuses on hold at a till it is done when those are over.
      }
    }
  }

  private static List<Long> due(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id FROM kartela.erasure_request WHERE merchant_id = ? AND due_at <= ?"
                + " ORDER BY due_at LIMIT ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now));
      s.setInt(3, AT_ONCE);
      List<Long> due = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          due.add(r.getLong(1));
        }
      }
      return due;
    }
  }
}
