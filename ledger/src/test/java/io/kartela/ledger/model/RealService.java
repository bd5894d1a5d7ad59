package io.kartela.ledger.model;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Portion;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refund;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Reversal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Transfer;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.Repeat;
import io.kartela.ledger.postgres.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the service would do with a request: one transaction, the answer stored under its key. */
final class RealService {
  /** How a delivery ends. */
  enum End {
    COMMIT,
    /** The process dies before the commit arrives: nothing may remain. */
    CRASH_BEFORE_COMMIT
  }

  private record Work(List<Posting> postings, String response) {}

  private final Connection connection;
  private final long merchantId;
  private final Ledger ledger;
  private final PostgresLedger store;

  RealService(Connection connection, long merchantId, Ledger ledger, PostgresLedger store) {
    this.connection = connection;
    this.merchantId = merchantId;
    this.ledger = ledger;
    this.store = store;
  }

  String handle(Request request, End end) throws SQLException {
    AccountId id = new AccountId(merchantId, request.account());
    AccountId otherId = new AccountId(merchantId, Math.max(1, request.other()));
    List<Opening> openings = new ArrayList<>(List.of(opening(connection, id, request)));
    if (request.touchesTwo()) {
      Opening other = Opening.of(otherId, request.at());
      openings.add(request.kind() == Request.Kind.MERGE ? other.withEverything() : other);
    }
    Map<AccountId, Opened> opened = store.openAll(connection, openings);
    Opened main = find(opened, id);
    Repeat replay = main.replay(request.body());
    if (!(replay instanceof Repeat.First)) {
      connection.rollback();
      return replay instanceof Repeat.Same same ? same.response() : "CONFLICT";
    }
    Work work;
    try {
      work =
          request.touchesTwo()
              ? workOnTwo(main.account(), find(opened, otherId).account(), request)
              : work(main.account(), request);
    } catch (LedgerException e) {
      if (e.code() != LedgerException.Code.MERGED) {
        throw e;
      }
      connection.rollback();
      return "MERGED";
    }
    RoundTrip trip = new RoundTrip();
    store.write(trip, work.postings, null);
    PostgresLedger.record(
        trip, merchantId, new Operation(request.key(), request.body(), work.response));
    if (end == End.COMMIT) {
      trip.commit(connection);
    } else {
      trip.run(connection);
      connection.rollback();
    }
    return work.response;
  }

  private static Opened find(Map<AccountId, Opened> opened, AccountId id) {
    Opened found = opened.get(id);
    if (found == null) {
      throw new IllegalStateException("not opened: " + id);
    }
    return found;
  }

  private Opening opening(Connection connection, AccountId id, Request request) {
    Opening opening = Opening.of(id, request.at()).withOperation(request.key());
    return switch (request.kind()) {
      case EARN, GIFT, CREDIT -> opening;
      case DEBIT, REDEEM, HOLD, TRANSFER -> opening.covering(request.amount());
      case COMMIT, RELEASE -> opening.withHold(request.target());
      case REFUND -> {
        if (request.other() == 0) {
          yield opening.withRedemption(request.target());
        }
        AccountId paidIn = new AccountId(merchantId, request.other());
        // Who is not the heir has inherited nothing: an offset beside the point finds no payment.
        yield store
            .heir(connection, paidIn, id.accountId())
            .map(
                heir ->
                    opening.withInherited(
                        new Opening.Inherited(
                            paidIn.accountId(), heir.lotOffset(), request.target())))
            .orElse(opening);
      }
      case REVERSE -> opening.covering(request.amount()).withLot(request.target());
      case MERGE -> opening.withEverything();
    };
  }

  private Work work(Account a, Request r) {
    Note note = new Note(r.key(), "because", "somebody");
    return switch (r.kind()) {
      case EARN -> grant(ledger.accrue(a, r.amount(), r.from(), r.until(), r.at(), note));
      case GIFT -> grant(ledger.gift(a, r.amount(), r.from(), r.until(), r.at(), note));
      case CREDIT -> grant(ledger.credit(a, r.amount(), r.from(), r.until(), r.at(), note));
      case REDEEM -> paid(ledger.redeem(a, r.amount(), r.at(), note));
      case DEBIT -> paid(ledger.debit(a, r.amount(), r.at(), note));
      case COMMIT -> paid(ledger.commit(a, r.target(), r.amount(), r.at(), note));
      case HOLD -> held(ledger.hold(a, r.amount(), r.until(), r.at()));
      case RELEASE -> released(ledger.release(a, r.target(), r.at()));
      case REFUND ->
          refunded(
              ledger.refund(
                  a,
                  r.other(),
                  r.target(),
                  r.amount(),
                  r.policy() % 2 == 1 ? new ExpiredLots.Strict() : new ExpiredLots.Grace(r.until()),
                  r.at(),
                  note));
      case REVERSE -> reversed(ledger.reverse(a, r.target(), r.amount(), policy(r), r.at(), note));
      case TRANSFER, MERGE -> throw new IllegalStateException("needs two accounts");
    };
  }

  private static ReversalPolicy policy(Request r) {
    return switch (r.policy() % 3) {
      case 0 -> ReversalPolicy.DEBT;
      case 1 -> ReversalPolicy.WITHIN_BALANCE;
      default -> ReversalPolicy.ONLY_PENDING;
    };
  }

  private Work workOnTwo(Account from, Account to, Request r) {
    Note note = Note.ref(r.key());
    Outcome<Transfer> outcome =
        r.kind() == Request.Kind.MERGE
            ? ledger.merge(from, to, r.at(), note)
            : ledger.transfer(from, to, r.amount(), r.at(), note);
    return switch (outcome) {
      case Outcome.Refused<Transfer> refused -> refused(refused.refusal());
      case Outcome.Done<Transfer>(Posting posting, Transfer transfer) ->
          new Work(List.of(posting, transfer.to()), "transferred " + transfer.seq());
    };
  }

  private interface Words<T> {
    String of(T value);
  }

  private static <T> Work work(Outcome<T> outcome, Words<T> words) {
    return switch (outcome) {
      case Outcome.Refused<T> refused -> refused(refused.refusal());
      case Outcome.Done<T>(Posting posting, T value) -> new Work(List.of(posting), words.of(value));
    };
  }

  private static Work grant(Outcome<Lot> outcome) {
    return work(outcome, lot -> "lot " + lot.id() + " left " + lot.remaining());
  }

  private static Work paid(Outcome<Redemption> outcome) {
    return work(outcome, paid -> "paid " + paid.seq() + " from " + portions(paid.portions()));
  }

  private static Work held(Outcome<Hold> outcome) {
    return work(
        outcome,
        hold ->
            "hold %d until %s from %s"
                .formatted(hold.id(), hold.expiresAt(), portions(hold.portions())));
  }

  private static Work released(Outcome<Hold> outcome) {
    return work(outcome, hold -> "released " + hold.id());
  }

  private static Work refunded(Outcome<Refund> outcome) {
    return work(
        outcome,
        r ->
            "refund %d: %d %d %d %d"
                .formatted(r.seq(), r.toLots(), r.toGrace(), r.burned(), r.madeGood()));
  }

  private static Work reversed(Outcome<Reversal> outcome) {
    return work(
        outcome,
        r ->
            "reversed %d %d %d %d %d %d"
                .formatted(
                    r.pending(),
                    r.fromLot(),
                    r.burnedBefore(),
                    r.fromOthers(),
                    r.debt(),
                    r.shortfall()));
  }

  private static Work refused(Refusal refusal) {
    String words =
        switch (refusal) {
          case Refusal.Insufficient r -> r.code() + " " + r.requested() + " " + r.available();
          case Refusal.HoldClosed r -> r.code() + " " + r.status();
          case Refusal.ExceedsHold r -> r.code() + " " + r.requested() + " " + r.held();
          case Refusal.ExceedsRedemption r -> r.code() + " " + r.requested() + " " + r.refundable();
          case Refusal.ExceedsGrant r -> r.code() + " " + r.requested() + " " + r.reversible();
          case Refusal.HasOpenHolds r -> r.code() + " " + r.held();
          case Refusal.HoldNotFound r -> r.code();
          case Refusal.HoldExpired r -> r.code();
          case Refusal.RedemptionNotFound r -> r.code();
          case Refusal.LotNotFound r -> r.code();
          case Refusal.TooLarge r -> r.code();
        };
    return new Work(List.of(), words);
  }

  private static String portions(List<Portion> portions) {
    return portions.stream()
        .map(portion -> portion.lotId() + ":" + portion.amount())
        .collect(Collectors.joining(" "));
  }
}
