package io.kartela.service.account;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.PostgresLedger;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;

/**
 * Bonuses that a person gives to many at once, and takes back as far as they are left; in the
 * transaction of the caller, who keeps that each happens once. Stateless.
 */
public final class Handouts {
  private final PostgresLedger accounts = new PostgresLedger();
  private final Ledger ledger = new Ledger();

  /**
   * Who gives how much, and why.
   *
   * @param expires when they burn
   */
  public record Gift(long amount, Instant expires, String reason, String author) {}

  /** Gives it; returns the lot's id. */
  public long give(Connection c, AccountId account, Gift gift, Instant now) {
    Opened opened = accounts.open(c, Opening.of(account, now));
    Note note = Note.byHand(gift.reason, gift.author);
    Outcome.Done<Lot> done =
        ledger
            .credit(opened.account(), gift.amount, now, gift.expires, now, note)
            .orThrow(Adjustments::problem);
    accounts.write(c, done.posting());
    return done.value().id();
  }

  /** Takes back what is left of it; false when nothing is. */
  public boolean takeBack(
      Connection c, AccountId account, long lotId, String reason, String author, Instant now) {
    Opened opened = accounts.open(c, Opening.of(account, now).covering(1).withLot(lotId));
    Account held = ledger.mature(opened.account(), now).after();
    Optional<Lot> lot =
        held.contents().lots().stream().filter(one -> one.id() == lotId).findFirst();
    long left = lot.map(Lot::free).orElse(0L);
    if (left == 0) {
      return false;
    }
    accounts.write(
        c,
        ledger
            .reverse(
                opened.account(),
                lotId,
                left,
                ReversalPolicy.WITHIN_BALANCE,
                now,
                Note.byHand(reason, author))
            .orThrow(Adjustments::problem)
            .posting());
    return true;
  }
}
