package io.kartela.service.message.dispatch;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.Report;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Addresses.Reach;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.SentLog;
import io.kartela.service.message.channel.SentLog.Asked;
import io.kartela.service.message.channel.SentLog.Leaving;
import io.kartela.service.message.channel.Stops;
import io.kartela.service.message.dispatch.Departure.Leave;
import io.kartela.service.message.dispatch.Dispatch.State;
import io.kartela.service.message.dispatch.Source.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What vendors answer, and tell later. In the merchant's transaction. Thread-safe. */
final class Arrival {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  /** What certainly did not go is tried again so often by one channel. */
  private static final int TRIES = 5;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private final Pace pace;
  private final Ends ends;

  Arrival(Pace pace, Ends ends) {
    this.pace = pace;
    this.ends = ends;
  }

  /** What the vendor answered when the words left. */
  void answered(Connection c, Source source, Leave left, Answer answer, Instant now)
      throws SQLException {
    Dispatch d = left.dispatch();
    Leaving leaving = left.leaving();
    Dispatch held = as(d, State.LEAVING);
    boolean ours = DispatchTable.hold(c, held);
    log(c, d, leaving, answer, now);
    if (!ours) {
      return; // its lease had ended, and somebody else has settled it
    }
    if (!answer.mayArrive() && leaving.cost() > 0) {
      source.refund(c, d.merchantId(), d.origin().sourceId(), leaving.cost());
    }
    switch (answer) {
      case Answer.Accepted _ -> accepted(c, source, held, now);
      case Answer.AddressRefused(String code, AddressFate fate) -> {
        Addresses.refused(c, d.merchantId(), leaving.to(), fate, code, now);
        ends.next(c, source, held, "NO_ADDRESS_LEFT", now);
      }
      case Answer.Withdrawn(String code) -> {
        withdrawn(c, d.merchantId(), leaving.to(), code, now);
        ends.next(c, source, held, "WITHDRAWN", now);
      }
      case Answer.TextRefused(String code) -> {
        source.textRefused(c, d.merchantId(), d.origin().sourceId(), code);
        ends.over(c, source, held, Outcome.FAILED, "TEXT");
      }
      case Answer.CredentialRefused _, Answer.OutOfMoney _ -> stop(c, left, answer, now);
      case Answer.Throttled(String code, Duration after) -> {
        pace.rest(d.merchantId(), d.kind(), now.plus(after));
        DispatchTable.wait(c, held, now.plus(after));
      }
      case Answer.NotSent(String reason) -> again(c, source, held, now);
      case Answer.Unknown(String reason) -> ends.over(c, source, held, Outcome.FAILED, "UNKNOWN");
    }
  }

  private static void log(Connection c, Dispatch d, Leaving leaving, Answer answer, Instant now)
      throws SQLException {
    switch (answer) {
      case Answer.Accepted(String vendorId) ->
          SentLog.taken(c, d.merchantId(), leaving, vendorId, now);
      case Answer.Unknown _ -> SentLog.notTaken(c, d.merchantId(), leaving, true, answer.word());
      default -> SentLog.notTaken(c, d.merchantId(), leaving, false, answer.word());
    }
  }

  /** The person told the vendor: nothing more this way, and what shows it. */
  private static void withdrawn(Connection c, long merchantId, Reach to, String word, Instant now)
      throws SQLException {
    Addresses.closed(c, merchantId, to, word, now);
    Consents.closed(
        c, merchantId, to.memberId(), to.kind().name(), new Evidence.ByVendor(word), now);
  }

  private void accepted(Connection c, Source source, Dispatch d, Instant now) throws SQLException {
    Duration patience = d.kind().patience();
    if (patience.isZero()) {
      ends.over(c, source, d, Outcome.DELIVERED, "");
    } else {
      Instant end = now.plus(patience);
      DispatchTable.later(c, d, State.TAKEN, end);
    }
  }

  private static void stop(Connection c, Leave left, Answer answer, Instant now)
      throws SQLException {
    Dispatch d = left.dispatch();
    if (ChannelStore.stop(
        c, d.merchantId(), left.leaving().channel(), Stops.of(answer, now).orElseThrow())) {
      LOG.error("Merchant {}: {} stands still: {}", d.merchantId(), d.kind(), answer);
    }
    DispatchTable.wait(c, d, now);
  }

  private void again(Connection c, Source source, Dispatch d, Instant now) throws SQLException {
    int attempts = DispatchTable.attempts(c, d);
    if (attempts >= TRIES) {
      ends.next(c, source, d, "UNREACHABLE", now);
      return;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.max(0, attempts - 1));
    DispatchTable.later(
        c, d, State.NEW, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
  }

  /** What the vendor tells of words it took; nothing happens twice. */
  void told(Connection c, Source source, long merchantId, Asked asked, Report report, Instant now)
      throws SQLException {
    if (!SentLog.told(c, merchantId, asked, report)) {
      return;
    }
    Reach to = asked.to();
    switch (report.fate()) {
      case DEAD -> Addresses.refused(c, merchantId, to, AddressFate.DEAD, report.code(), now);
      case BARRED ->
          Addresses.refused(c, merchantId, to, AddressFate.QUARANTINE, report.code(), now);
      case WITHDRAWN -> withdrawn(c, merchantId, to, report.code(), now);
      case ON_THE_WAY, DELIVERED, SEEN, EXPIRED, FAILED -> {}
    }
    Optional<Dispatch> waits = DispatchTable.taken(c, merchantId, asked.origin(), to.kind());
    if (waits.isEmpty()) {
      return; // its time was over, and it went on
    }
    switch (report.fate()) {
      case DELIVERED, SEEN -> ends.over(c, source, waits.get(), Outcome.DELIVERED, "");
      case ON_THE_WAY -> {}
      case EXPIRED, FAILED, BARRED, DEAD, WITHDRAWN ->
          ends.next(c, source, waits.get(), "NOT_DELIVERED", now);
    }
  }

  private static Dispatch as(Dispatch d, State state) {
    return new Dispatch(
        d.merchantId(), d.origin(), d.memberId(), d.kind(), d.tried(), state, d.deadline(), true);
  }
}
