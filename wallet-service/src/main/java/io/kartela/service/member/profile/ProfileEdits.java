package io.kartela.service.member.profile;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.code.Phone;
import io.kartela.service.member.session.MemberSessions;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * People of the shop change a member's own data, block a member and let back in; members change
 * what is theirs to change. Thread-safe.
 */
public final class ProfileEdits {
  private static final String UNIQUE_VIOLATION = "23505";

  private final Database database;
  private final Members members = new Members();
  private final Audit audit;
  private final InstantSource clock;
  private final Runnable committed;

  /** Who changes, as the audit names them. */
  public record Author(long merchantId, String name) {}

  /** What a member's data shall be. */
  record Wanted(
      String name,
      Phone phone,
      @Nullable String email,
      @Nullable LocalDate birthDate,
      Lang locale) {}

  ProfileEdits(House house, Audit audit) {
    this.database = house.database();
    this.audit = audit;
    this.clock = house.clock();
    this.committed = house.wake();
  }

  /**
   * Writes them.
   *
   * @param revision the one that was seen; another one is a problem, and nothing is written
   */
  void change(StaffPrincipal staff, long memberId, int revision, Wanted wanted) {
    long merchantId = staff.merchantId();
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              change(c, new Author(merchantId, staff.email()), memberId, revision, wanted);
              return true;
            });
    told();
  }

  /** The same in the caller's transaction, to be {@link #told()} when it is committed. */
  void change(Connection c, Author by, long memberId, int revision, Wanted wanted)
      throws SQLException {
    long merchantId = by.merchantId;
    Profile was = held(c, merchantId, memberId);
    if (was.revision() != revision) {
      throw new Problem(ProblemCode.MEMBER_CHANGED);
    }
    Changes changes = changes(was, wanted);
    if (!changes.none()) {
      write(c, merchantId, memberId, was, wanted);
      if (!was.phone().equals(wanted.phone.e164())) {
        MemberSessions.endAll(c, merchantId, memberId);
      }
      audit.record(
          c, merchantId, by.name, "MEMBER_CHANGED", "member:" + memberId, changes.detail());
      tellPhones(c, merchantId, memberId);
    }
  }

  void told() {
    committed.run();
  }

  private static Changes changes(Profile was, Wanted wanted) {
    return new Changes()
        .of("memberName", was.name(), wanted.name)
        .of("phone", was.phone(), wanted.phone.e164())
        .of("email", Objects.toString(was.email(), ""), Objects.toString(wanted.email, ""))
        .of(
            "birthDate",
            Objects.toString(was.birthDate(), ""),
            Objects.toString(wanted.birthDate, ""))
        .of("locale", was.locale().tag(), wanted.locale.tag());
  }

  private void write(Connection c, long merchantId, long memberId, Profile was, Wanted wanted)
      throws SQLException {
    String phone = wanted.phone.e164();
    long post = phone.equals(was.phone()) ? 0 : ownSignPost(c, merchantId, memberId, phone);
    if (post != 0) {
      setPhone(c, merchantId, post, "-" + post);
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.member SET name = ?, phone = ?, email = ?, locale = ?, revision = revision + 1,
                birth_date_entered_at = CASE WHEN birth_date IS NOT DISTINCT FROM ? THEN birth_date_entered_at
                    WHEN ?::date IS NULL THEN NULL ELSE ? END,
                birth_date = ?
            WHERE merchant_id = ? AND member_id = ?
            """)) {
      s.setString(1, wanted.name);
      s.setString(2, phone);
      s.setString(3, wanted.email);
      s.setString(4, wanted.locale.tag());
      s.setObject(5, wanted.birthDate, java.sql.Types.DATE);
      s.setObject(6, wanted.birthDate, java.sql.Types.DATE);
      s.setTimestamp(7, Timestamp.from(clock.instant()));
      s.setObject(8, wanted.birthDate, java.sql.Types.DATE);
      s.setLong(9, merchantId);
      s.setLong(10, memberId);
      s.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw new Problem(ProblemCode.MEMBER_EXISTS); // somebody signed up with it just now
      }
      throw e;
    }
    if (post != 0) {
      setPhone(c, merchantId, post, was.phone());
    }
  }

  /**
   * The record that was merged into this member and has the phone; it takes the member's former
   * phone in exchange, so that both go on leading to the person. 0: the phone is nobody's.
   *
   * @throws Problem when it is another member's
   */
  private long ownSignPost(Connection c, long merchantId, long memberId, String phone)
      throws SQLException {
    MemberRef leads = members.byPhone(c, merchantId, phone).orElse(null);
    if (leads != null && leads.id() != memberId) {
      throw new Problem(ProblemCode.MEMBER_EXISTS);
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id FROM kartela.member WHERE merchant_id = ? AND phone = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, phone);
      try (var r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }

  private static void setPhone(Connection c, long merchantId, long memberId, String phone)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.member SET phone = ? WHERE merchant_id = ? AND member_id = ?")) {
      s.setString(1, phone);
      s.setLong(2, merchantId);
      s.setLong(3, memberId);
      s.executeUpdate();
    }
  }

  /** A blocked member neither earns nor spends: tills say so, and the card does. */
  void block(StaffPrincipal staff, long memberId, boolean blocked, String reason) {
    long merchantId = staff.merchantId();
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              if (MemberStatus.set(c, merchantId, memberId, blocked)) {
                audit.record(
                    c,
                    staff,
                    blocked ? "MEMBER_BLOCKED" : "MEMBER_UNBLOCKED",
                    "member:" + memberId,
                    Map.of("reason", reason));
                tellPhones(c, merchantId, memberId);
              }
              return true;
            });
    committed.run();
  }

  private static Profile held(Connection c, long merchantId, long memberId) throws SQLException {
    return Profile.held(c, merchantId, memberId)
        .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
  }

  private static void tellPhones(Connection c, long merchantId, long memberId) {
    RoundTrip trip = new RoundTrip();
    Outbox.passChanged(trip, merchantId, memberId);
    trip.run(c);
  }
}
