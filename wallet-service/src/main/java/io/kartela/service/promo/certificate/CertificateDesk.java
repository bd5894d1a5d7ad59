package io.kartela.service.promo.certificate;

import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.Amounts;
import io.kartela.service.account.Earlier;
import io.kartela.service.account.Retry;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.CodeKey;
import io.kartela.service.promo.code.CodeSecrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves money of certificates besides receipts: issuing, topping up, paying out; and what
 * becomes of a lost one. Each once for its idempotency key. Thread-safe.
 */
final class CertificateDesk {
  private final House house;
  private final CodeSecrets secrets;

  CertificateDesk(House house, CodeSecrets secrets) {
    this.house = house;
    this.secrets = secrets;
  }

  /**
   * Who asks for something, and what makes it happen once.
   *
   * @param audit what is written in the same transaction when people of the shop do it
   */
  record Asked(long merchantId, Move.Hand hand, String operation, String bodyHash, Audited audit) {}

  /** Writes down that it was done to a certificate. */
  @FunctionalInterface
  interface Audited {
    Audited NOTHING = (c, what, id, amount) -> {};

    void write(Connection c, String what, long id, long amount) throws SQLException;
  }

  /**
   * A certificate that is wanted.
   *
   * @param memberId 0 = nobody's
   * @param zone in which the last day of a gift ends
   */
  record Order(long kindId, long amount, long memberId, String recipient, ZoneId zone) {}

  /** What is done once; answers which certificate it was done to. */
  @FunctionalInterface
  private interface Step {
    long run(Connection c, Instant now) throws SQLException;
  }

  /** What came of it. */
  record Done(long id, boolean repeated) {}

  private Done once(Asked asked, Step step) {
    return Retry.transaction(
        () ->
            house
                .database()
                .inTenant(
                    asked.merchantId,
                    c -> {
                      var before =
                          Earlier.answer(c, asked.merchantId, asked.operation, asked.bodyHash);
                      if (before.isPresent()) {
                        return new Done(Long.parseLong(before.get()), true);
                      }
                      long id = step.run(c, house.clock().instant());
                      RoundTrip trip = new RoundTrip();
                      // The number alone: a code is kept nowhere but sealed.
                      PostgresLedger.record(
                          trip,
                          asked.merchantId,
                          new Operation(asked.operation, asked.bodyHash, Long.toString(id)));
                      trip.run(c);
                      return new Done(id, false);
                    }));
  }

  private void move(Connection c, Asked asked, long id, Move.Kind kind, long amount, Instant now) {
    RoundTrip trip = new RoundTrip();
    new Move(kind, amount, 0, asked.hand, now, now).book(trip, asked.merchantId, id);
    trip.run(c);
  }

  /**
   * A new certificate with its value on it.
   *
   * @param gifts whether the shop's presents may be among them: a till only sells
   */
  CertificateView issue(Asked asked, Order order, boolean gifts) {
    Done done =
        once(
            asked,
            (c, now) -> {
              CertificateKind kind = KindStore.find(c, asked.merchantId, order.kindId, false);
              if (kind.stoppedAt() != null) {
                throw new Problem(ProblemCode.CERTIFICATE_KIND_STOPPED);
              }
              if (kind.origin() == Origin.GIFTED && !gifts) {
                throw new Problem(ProblemCode.CERTIFICATE_GIFT_NOT_SOLD);
              }
              if (!kind.values().allow(order.amount)) {
                throw new Problem(ProblemCode.CERTIFICATE_VALUE, Amounts.text(order.amount));
              }
              requireMember(c, asked.merchantId, order.memberId);
              CodeKey key = secrets.make(c, asked.merchantId);
              CertificateCode code = CertificateCode.random(asked.merchantId);
              long id = house.ids().next();
              Certificate one =
                  new Certificate(
                      id,
                      kind.name(),
                      kind.origin(),
                      0,
                      CertificateCode.tail(CertificateCode.fold(code.code())),
                      now,
                      ends(kind, order.zone, now),
                      null,
                      order.memberId,
                      order.recipient);
              CertificateStore.add(c, key, asked.merchantId, kind, one, code);
              move(c, asked, id, Move.Kind.ISSUE, order.amount, now);
              asked.audit.write(c, "CERTIFICATE_ISSUED", id, order.amount);
              return id;
            });
    CertificateView view = opened(asked.merchantId, done.id);
    return view.moving(
        order.amount, view.origin() == Origin.BOUGHT ? FiscalHint.sold() : List.of());
  }

  private static void requireMember(Connection c, long merchantId, long memberId)
      throws SQLException {
    if (memberId != 0 && !CertificateStore.hasMember(c, merchantId, memberId)) {
      throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
    }
  }

  /** Good through the last of so many days after today (C4). */
  private static @Nullable Instant ends(CertificateKind kind, ZoneId zone, Instant now) {
    Integer days = kind.days();
    return days == null
        ? null
        : now.atZone(zone).toLocalDate().plusDays(days + 1L).atStartOfDay(zone).toInstant();
  }

  /** Money comes onto one that was bought; the shop adds to one that it gave. */
  CertificateView topUp(Asked asked, long id, long amount) {
    Done done =
        once(
            asked,
            (c, now) -> {
              Certificate one = CertificateStore.find(c, asked.merchantId, id, true);
              if (one.blockedAt() != null) {
                throw new Problem(ProblemCode.CERTIFICATE_BLOCKED);
              }
              if (one.ended(now)) {
                throw new Problem(ProblemCode.CERTIFICATE_ENDED);
              }
              if (amount > CertificateKind.LARGEST - one.rest()) {
                throw new Problem(
                    ProblemCode.CERTIFICATE_TOO_LARGE, Amounts.text(CertificateKind.LARGEST));
              }
              move(c, asked, id, Move.Kind.TOP_UP, amount, now);
              asked.audit.write(c, "CERTIFICATE_TOPPED_UP", id, amount);
              return id;
            });
    CertificateView view = view(asked.merchantId, done.id);
    return view.moving(amount, view.origin() == Origin.BOUGHT ? FiscalHint.sold() : List.of());
  }

  /** The rest goes back to whoever bears it; also of one that is blocked, which is then empty. */
  CertificateView refund(Asked asked, long id) {
    long[] paid = {0};
    Done done =
        once(
            asked,
            (c, now) -> {
              Certificate one = CertificateStore.find(c, asked.merchantId, id, true);
              if (one.origin() == Origin.GIFTED) {
                throw new Problem(ProblemCode.CERTIFICATE_GIFT_NOT_PAID_OUT);
              }
              if (one.rest() == 0) {
                throw new Problem(ProblemCode.CERTIFICATE_EMPTY);
              }
              paid[0] = one.rest();
              move(c, asked, id, Move.Kind.REFUND, -one.rest(), now);
              asked.audit.write(c, "CERTIFICATE_REFUNDED", id, one.rest());
              return id;
            });
    long amount = done.repeated ? lastRefund(asked.merchantId, done.id) : paid[0];
    return view(asked.merchantId, done.id).moving(amount, FiscalHint.refunded());
  }

  private long lastRefund(long merchantId, long id) {
    return house
        .database()
        .inTenant(
            merchantId,
            c ->
                CertificateList.moves(c, merchantId, id).stream()
                    .filter(m -> m.kind() == Move.Kind.REFUND)
                    .findFirst()
                    .map(m -> -m.amount())
                    .orElse(0L));
  }

  /** A lost one: its code and its link open nothing any more, what is on it stays. */
  CertificateView reissue(Asked asked, long id) {
    Done done =
        once(
            asked,
            (c, now) -> {
              Certificate one = CertificateStore.find(c, asked.merchantId, id, true);
              CodeKey key = secrets.make(c, asked.merchantId);
              CertificateCode code = CertificateCode.random(asked.merchantId);
              CertificateStore.replace(c, key, asked.merchantId, id, code, now);
              asked.audit.write(c, "CERTIFICATE_REISSUED", id, one.rest());
              return id;
            });
    return opened(asked.merchantId, done.id);
  }

  CertificateView block(Asked asked, long id, boolean blocked) {
    return changed(
        asked,
        id,
        (c, one, now) -> {
          if (blocked != (one.blockedAt() != null)) {
            CertificateStore.block(c, asked.merchantId, id, blocked ? now : null);
            String what = blocked ? "CERTIFICATE_BLOCKED" : "CERTIFICATE_UNBLOCKED";
            asked.audit.write(c, what, id, one.rest());
          }
        });
  }

  /**
   * Whose card shows it.
   *
   * @param memberId 0 = nobody's
   */
  CertificateView assign(Asked asked, long id, long memberId) {
    return changed(
        asked,
        id,
        (c, one, now) -> {
          requireMember(c, asked.merchantId, memberId);
          CertificateStore.assign(c, asked.merchantId, id, memberId);
          asked.audit.write(c, "CERTIFICATE_ASSIGNED", id, one.rest());
        });
  }

  /** A change that may be made twice without harm. */
  @FunctionalInterface
  private interface Change {
    void make(Connection c, Certificate one, Instant now) throws SQLException;
  }

  private CertificateView changed(Asked asked, long id, Change change) {
    Instant now = house.clock().instant();
    boolean _ =
        house
            .database()
            .inTenant(
                asked.merchantId,
                c -> {
                  change.make(c, CertificateStore.find(c, asked.merchantId, id, true), now);
                  return true;
                });
    return view(asked.merchantId, id);
  }

  CertificateView view(long merchantId, long id) {
    return house
        .database()
        .inTenant(
            merchantId,
            c ->
                CertificateView.of(
                    CertificateStore.find(c, merchantId, id, false), house.clock().instant()));
  }

  /** With its code, for who has just been given it. */
  private CertificateView opened(long merchantId, long id) {
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              CodeKey key = secrets.make(c, merchantId);
              CertificateCode code = CertificateStore.code(c, key, merchantId, id);
              Certificate one = CertificateStore.find(c, merchantId, id, false);
              return CertificateView.of(one, house.clock().instant())
                  .opening(code, address(house, code));
            });
  }

  static String address(House house, CertificateCode code) {
    return house.publicUrl().resolve("/g/" + code.link()).toString();
  }
}
