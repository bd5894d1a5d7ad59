package io.kartela.service.account;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.postgres.AccountStatement;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Balances;
import io.kartela.ledger.postgres.BurnForecast;
import io.kartela.ledger.postgres.Figures;
import io.kartela.ledger.postgres.Liability;
import io.kartela.ledger.postgres.MemberBalance;
import io.kartela.ledger.postgres.OpenLots;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.ReturnPolicy;
import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bonus accounts as the other features see them; a member's account has the member's id.
 * Thread-safe.
 */
public final class Accounts {
  /** The document of a newcomer's gift. */
  public static final String WELCOME = "welcome";

  /** The document of what somebody gets who was invited. */
  public static final String INVITED = "invited";

  /** How the document of a reward begins; the friend's receipt follows. */
  public static final String FRIEND = "friend:";

  private final PostgresLedger store;
  private final Balances balances = new Balances();
  private final AccountStatement statement = new AccountStatement();
  private final Figures figures = new Figures();
  private final Ledger ledger = new Ledger();

  public Accounts(PostgresLedger store) {
    this.store = store;
  }

  /** What a gift is for, by its document. */
  static LocalText giftText(@Nullable String ref) {
    if (WELCOME.equals(ref)) {
      return new LocalText("Подарок за вступление", "Welcome gift");
    }
    return INVITED.equals(ref)
        ? new LocalText("Подарок по приглашению друга", "Gift for coming by a friend’s invitation")
        : new LocalText("Подарок", "Gift");
  }

  /** What happens to bonuses that are taken back and are spent already. */
  public static ReversalPolicy debtPolicy(ReturnPolicy.Debt debt) {
    return switch (debt) {
      case DEBT -> ReversalPolicy.DEBT;
      case WITHIN_BALANCE -> ReversalPolicy.WITHIN_BALANCE;
      case ONLY_PENDING -> ReversalPolicy.ONLY_PENDING;
    };
  }

  public BalanceView balance(Connection c, long merchantId, long memberId, Instant now) {
    return balances(c, merchantId, List.of(memberId), now).getOrDefault(memberId, BalanceView.ZERO);
  }

  /** As {@link #balance}, as a part of a round trip that is confined to the merchant. */
  public Asked ask(RoundTrip trip, long merchantId, long memberId, Instant now) {
    Balances.Asked asked = balances.ask(trip, merchantId, List.of(memberId), now);
    return c -> BalanceView.of(asked.read(c).getFirst());
  }

  /** A balance that a round trip brings. */
  @FunctionalInterface
  public interface Asked {
    /**
     * The balance, after the round trip has run.
     *
     * @param c asked again when something is due that nobody has booked yet
     */
    BalanceView read(Connection c);
  }

  /** The balances of many members at once; who has no account yet is left out. */
  public Map<Long, BalanceView> balances(
      Connection c, long merchantId, Collection<Long> memberIds, Instant now) {
    Map<Long, BalanceView> views = new HashMap<>();
    for (MemberBalance b : balances.at(c, merchantId, memberIds, now)) {
      views.put(b.accountId(), BalanceView.of(b));
    }
    return views;
  }

  /** Books a gift in the caller's transaction. */
  public void gift(
      Connection c,
      long merchantId,
      long memberId,
      long amount,
      Instant activeFrom,
      Instant expiresAt,
      Instant now,
      String ref) {
    var opened = store.open(c, Opening.of(new AccountId(merchantId, memberId), now));
    var done =
        ledger
            .gift(opened.account(), amount, activeFrom, expiresAt, now, Note.ref(ref))
            .orThrow(r -> new IllegalStateException(r.code()));
    store.write(c, done.posting());
  }

  /** The account's history, newest first. */
  public AccountStatement.Page statement(
      Connection c, long merchantId, long memberId, long before, int limit) {
    return statement.page(c, new AccountId(merchantId, memberId), before, limit);
  }

  /** As {@link #statement(Connection, long, long, long, int)}, as a part of a round trip. */
  public Answer<AccountStatement.Page> statement(
      RoundTrip trip, long merchantId, long memberId, long before, int limit) {
    return statement.ask(trip, new AccountId(merchantId, memberId), before, limit);
  }

  /** What the account holds, grant by grant, the first to burn first; so many at most. */
  public List<LotView> lots(Connection c, long merchantId, long memberId, Instant now, int most) {
    return OpenLots.of(c, new AccountId(merchantId, memberId), now, most).stream()
        .map(line -> LotView.of(line, now))
        .toList();
  }

  /** What the merchant owes its members. */
  public Liability liability(Connection c, long merchantId, Instant now) {
    return figures.liability(c, merchantId, now);
  }

  /** What burns after now and not later than {@code until}, by instant. */
  public List<BurnForecast> forecast(Connection c, long merchantId, Instant now, Instant until) {
    return figures.burnsSoon(c, merchantId, now, until);
  }

  /** What burns from now until then, over all members. */
  public long burning(Connection c, long merchantId, Instant now, Instant until) {
    return forecast(c, merchantId, now, until).stream().mapToLong(BurnForecast::amount).sum();
  }
}
