package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.rules.Program;
import io.kartela.rules.ReturnEffects;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a judged return does in the books of its member, whose account need not be the one in which
 * the receipt was booked: the buyer may have been merged into the member since.
 *
 * @param account the member's account after it
 * @param shortfall what could not be taken back under the program's debt policy
 * @param recovered see {@link Undoing}
 */
record ReturnBooking(List<Posting> postings, Account account, long shortfall, long recovered) {

  /**
   * The books.
   *
   * @param now until when the clock is booked: what a return of an earlier moment gave back may be
   *     over by now
   */
  record Books(PostgresLedger accounts, Ledger ledger, Instant now) {
    Account open(Connection c, Opening opening) {
      return accounts.open(c, opening.until(now)).account();
    }

    Posting untilNow(Posting posting) {
      return posting.then(ledger.mature(posting.after(), now));
    }
  }

  /** Locks the account and works it out. */
  static ReturnBooking of(
      Connection c,
      Books books,
      Program program,
      ReceiptStore.Stored stored,
      ReturnEffects reversal,
      Returns.Asked asked) {
    AccountId owner = new AccountId(asked.merchantId(), stored.memberId());
    AccountId booked = new AccountId(asked.merchantId(), stored.accountId());
    Undoing.Place place = Undoing.Place.OWN;
    if (!booked.equals(owner)) {
      Optional<Account.Heir> heir = books.accounts.heir(c, booked, owner.accountId());
      if (heir.isEmpty()) {
        return whereBooked(c, books, program, stored, reversal, asked);
      }
      place = new Undoing.Place(booked.accountId(), heir.get().lotOffset());
    }
    Opening opening = Undoing.opening(owner, place, stored, reversal, asked.at());
    Account account = books.open(c, opening);
    Undoing undone =
        Undoing.of(books.ledger, program, place, stored, reversal, account, asked.at());
    Posting posting = books.untilNow(undone.posting());
    return new ReturnBooking(
        List.of(posting), posting.after(), undone.shortfall(), undone.recovered());
  }

  /**
   * Merges of old left no trace of which lot became which: undone in the account in which it was
   * booked, then handed over, which makes good for the returns that follow.
   */
  private static ReturnBooking whereBooked(
      Connection c,
      Books books,
      Program program,
      ReceiptStore.Stored stored,
      ReturnEffects reversal,
      Returns.Asked asked) {
    AccountId owner = new AccountId(asked.merchantId(), stored.memberId());
    AccountId booked = new AccountId(asked.merchantId(), stored.accountId());
    Undoing.Place own = Undoing.Place.OWN;
    Map<AccountId, Opened> both =
        books.accounts.openAll(
            c,
            List.of(
                Undoing.opening(booked, own, stored, reversal, asked.at()).withEverything(),
                Opening.of(owner, asked.at()).until(books.now).withEverything()));
    Account old = Opened.of(both, booked).account();
    Undoing undone = Undoing.of(books.ledger, program, own, stored, reversal, old, asked.at());
    var handed =
        books
            .ledger
            .merge(
                undone.posting().after(),
                Opened.of(both, owner).account(),
                asked.at(),
                Note.ref(Long.toString(stored.id())))
            .orThrow(Booking::problem);
    Posting to = books.untilNow(handed.value().to());
    return new ReturnBooking(
        List.of(undone.posting().then(handed.posting()), to),
        to.after(),
        undone.shortfall(),
        undone.recovered());
  }
}
