package io.kartela.ledger.postgres;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refund;
import io.kartela.ledger.Reversal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;

/**
 * A member, a desk, and the words of the scenarios' table; amounts are roubles there, ×100 here.
 */
abstract class Scenario {
  static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  static final Note NOTE = Note.ref("scenario");
  static final TestDatabase DATABASE = TestPostgres.database();
  private static final AtomicLong MEMBERS = new AtomicLong();

  final Desk desk;
  final AccountId id = member();

  Scenario() {
    try {
      desk = new Desk(DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static AccountId member() {
    return new AccountId(7, MEMBERS.incrementAndGet());
  }

  @AfterEach
  void close() throws SQLException {
    desk.close();
  }

  static Instant through(String day) {
    return Times.endOf(LocalDate.parse(day), MOSCOW);
  }

  static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(MOSCOW).toInstant();
  }

  static ExpiredLots graceOf(Instant returned) {
    return new ExpiredLots.Grace(Times.endOfDayAfter(returned, 14, MOSCOW));
  }

  /** Two records of one person become one. */
  void merge(AccountId from, AccountId into, Instant at) {
    Map<AccountId, Opened> opened =
        desk.store.openAll(
            desk.connection(),
            List.of(Opening.of(from, at).withEverything(), Opening.of(into, at).withEverything()));
    var done =
        desk.ledger
            .merge(Opened.of(opened, from).account(), Opened.of(opened, into).account(), at, NOTE)
            .orThrow(refusal -> new IllegalStateException(refusal.toString()));
    RoundTrip trip = new RoundTrip();
    desk.store.write(trip, List.of(done.posting(), done.value().to()), null);
    trip.commit(desk.connection());
    desk.assertSound(from);
    desk.assertSound(into);
  }

  // --- accounts that were merged

  long offset(AccountId from, AccountId heir) {
    long offset =
        desk.store.heir(desk.connection(), from, heir.accountId()).orElseThrow().lotOffset();
    desk.rollback();
    return offset;
  }

  Reversal reverseAt(
      AccountId heir, AccountId from, long lot, long roubles, ReversalPolicy policy, Instant at) {
    long there = offset(from, heir) + lot;
    Reversal reversal =
        desk.done(
            Opening.of(heir, at).withLot(there).covering(roubles * 100),
            a -> desk.ledger.reverse(a, there, roubles * 100, policy, at, NOTE));
    desk.assertSound(from);
    return reversal;
  }

  Refund refundAt(
      AccountId heir, AccountId from, long seq, long roubles, ExpiredLots expired, Instant at) {
    Refund refund =
        desk.done(
            past(heir, from, seq, at),
            a -> desk.ledger.refund(a, from.accountId(), seq, roubles * 100, expired, at, NOTE));
    desk.assertSound(from);
    return refund;
  }

  Opening past(AccountId heir, AccountId from, long seq, Instant at) {
    return Opening.of(heir, at)
        .withInherited(new Opening.Inherited(from.accountId(), offset(from, heir), seq));
  }

  /** Open lots as {@code roubles until}, in burn order. */
  List<String> lots(AccountId whose, Instant at) {
    return desk.lots(whose, at).stream()
        .filter(lot -> lot.remaining() > 0)
        .sorted(Comparator.comparing((Lot lot) -> lot.terms().expiresAt()))
        .map(lot -> lot.remaining() / 100 + " " + end(lot))
        .toList();
  }

  private static String end(Lot lot) {
    Instant end = lot.terms().expiresAt();
    return end.equals(Times.NEVER)
        ? "never"
        : end.atZone(MOSCOW).toLocalDate().minusDays(1).toString();
  }

  // --- the words

  long earn(long roubles, String day, Instant until) {
    return earn(id, roubles, day, until);
  }

  long earn(AccountId whose, long roubles, String day, Instant until) {
    Instant at = noon(day);
    Lot lot =
        desk.done(
            Opening.of(whose, at), a -> desk.ledger.accrue(a, roubles * 100, at, until, at, NOTE));
    return lot.id();
  }

  long gift(long roubles, String day, Instant until) {
    Instant at = noon(day);
    return desk.done(
            Opening.of(id, at), a -> desk.ledger.gift(a, roubles * 100, at, until, at, NOTE))
        .id();
  }

  Redemption spend(long roubles, Instant at) {
    return spend(id, roubles, at);
  }

  Redemption spend(AccountId whose, long roubles, Instant at) {
    return desk.done(
        Opening.of(whose, at).covering(roubles * 100),
        a -> desk.ledger.redeem(a, roubles * 100, at, NOTE));
  }

  Hold hold(long roubles, Instant at, Instant until) {
    return desk.done(
        Opening.of(id, at).covering(roubles * 100),
        a -> desk.ledger.hold(a, roubles * 100, until, at));
  }

  Refund refund(long redemption, long roubles, ExpiredLots expired, Instant at) {
    return refund(id, redemption, roubles, expired, at);
  }

  Refund refund(AccountId whose, long redemption, long roubles, ExpiredLots expired, Instant at) {
    return desk.done(
        Opening.of(whose, at).withRedemption(redemption),
        a -> desk.ledger.refund(a, redemption, roubles * 100, expired, at, NOTE));
  }

  Reversal reverse(long lot, long roubles, ReversalPolicy policy, Instant at) {
    return reverse(id, lot, roubles, policy, at);
  }

  Reversal reverse(AccountId whose, long lot, long roubles, ReversalPolicy policy, Instant at) {
    return desk.done(
        Opening.of(whose, at).withLot(lot).covering(roubles * 100),
        a -> desk.ledger.reverse(a, lot, roubles * 100, policy, at, NOTE));
  }

  long left(long lot, Instant at) {
    return desk.remaining(id, lot, at);
  }

  long balance(Instant at) {
    return desk.look(id, at).balance();
  }
}
