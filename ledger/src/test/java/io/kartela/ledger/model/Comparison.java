package io.kartela.ledger.model;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Times;
import io.kartela.ledger.model.ModelRun.Differs;
import io.kartela.ledger.model.NaiveAccount.NaiveLot;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Balances;
import io.kartela.ledger.postgres.BookingJob;
import io.kartela.ledger.postgres.BurnForecast;
import io.kartela.ledger.postgres.Discrepancy;
import io.kartela.ledger.postgres.Figures;
import io.kartela.ledger.postgres.Liability;
import io.kartela.ledger.postgres.MemberBalance;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.ledger.postgres.SelfCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares what PostgreSQL holds with what the model counts, and lets the ledger check itself. */
final class Comparison {
  private static final String STATE =
      """
      select coalesce((select format('%s %s %s %s %s | ', balance, pending, held, debt, last_seq) from ledger.account
          where merchant_id = ? and account_id = ?), '0 0 0 0 0 | ')
        || coalesce((select string_agg(format('%s:%s:%s:%s:%s:%s:%s:%s:%s%s', lot_id, status, remaining, held, expired, reversed,
            coalesce(owed, 0), coalesce(forgiven, 0), stand_in_lots, stand_in_amounts),
          ' ' order by lot_id) from ledger.lot where merchant_id = ? and account_id = ?), '') || ' | '
        || coalesce((select string_agg(format('%s:%s', hold_id, status), ' ' order by hold_id) from ledger.hold
          where merchant_id = ? and account_id = ?), '')\
      """;

  /** The same of all accounts of a merchant, for the screens and jobs that touch all of them. */
  private static final String STATES =
      """
      select a.account_id, format('%s %s %s %s %s | ', balance, pending, held, debt, last_seq)
        || coalesce((select string_agg(format('%s:%s:%s:%s:%s:%s:%s:%s:%s%s', lot_id, status, remaining, held, expired, reversed,
            coalesce(owed, 0), coalesce(forgiven, 0), stand_in_lots, stand_in_amounts),
          ' ' order by lot_id) from ledger.lot l where l.merchant_id = a.merchant_id and l.account_id = a.account_id), '')
        || ' | '
        || coalesce((select string_agg(format('%s:%s', hold_id, status), ' ' order by hold_id) from ledger.hold h
          where h.merchant_id = a.merchant_id and h.account_id = a.account_id), '')
      from ledger.account a where a.merchant_id = ?\
      """;

  private final Connection app;
  private final Connection worker;
  private final long merchantId;
  private final NaiveBank model;
  private final SelfCheck selfCheck = new SelfCheck();

  Comparison(Connection app, Connection worker, long merchantId, NaiveBank model) {
    this.app = app;
    this.worker = worker;
    this.merchantId = merchantId;
    this.model = model;
  }

  /** The accounts of a request, in one round trip whose text is always the same. */
  void touched(Request request) throws SQLException {
    RoundTrip trip = new RoundTrip();
    List<Check> checks = new ArrayList<>();
    checks.add(check(trip, request.account()));
    if (request.touchesTwo()) {
      checks.add(check(trip, request.other()));
    }
    trip.commit(app);
    for (Check check : checks) {
      same("self-check of " + check.account, List.of(), check.found.get());
      same("state of " + check.account, model.account(check.account).state(), check.state.get());
    }
  }

  private record Check(long account, Answer<List<Discrepancy>> found, Answer<String> state) {}

  private Check check(RoundTrip trip, long account) {
    Answer<List<Discrepancy>> found = selfCheck.account(trip, new AccountId(merchantId, account));
    Answer<String> state =
        trip.query(
            STATE,
            p -> {
              for (int i = 0; i < 3; i++) {
                p.set(merchantId).set(account);
              }
            },
            rows -> {
              rows.next();
              return String.valueOf(rows.getString(1));
            });
    return new Check(account, found, state);
  }

  /** Every account there is, as {@link #touched} looks at one. */
  private void every() throws SQLException {
    same("self-check", List.of(), selfCheck.merchant(app, merchantId));
    RoundTrip trip = new RoundTrip();
    Answer<Map<Long, String>> states =
        trip.query(
            STATES,
            p -> p.set(merchantId),
            rows -> {
              Map<Long, String> all = new TreeMap<>();
              while (rows.next()) {
                all.put(rows.getLong(1), rows.getString(2));
              }
              return all;
            });
    trip.commit(app);
    for (NaiveAccount account : model.accounts()) {
      same(
          "state of " + account.id,
          account.state(),
          states.get().getOrDefault(account.id, "0 0 0 0 0 |  | "));
    }
  }

  /** Screens before the nightly job, the job on both sides, figures and screens after it. */
  void job(Instant clock) throws SQLException {
    balances(clock);
    while (new BookingJob().bookDue(worker, clock, 7) > 0) {
      worker.commit();
    }
    worker.rollback();
    model.accounts().forEach(account -> account.advance(clock));
    balances(clock);
    figures(clock);
    every();
  }

  void everything() throws SQLException {
    every();
  }

  private void balances(Instant clock) throws SQLException {
    List<NaiveAccount> accounts = accounts();
    List<MemberBalance> expected =
        accounts.stream().map(account -> balance(account, clock)).toList();
    List<MemberBalance> actual =
        new Balances()
            .at(app, merchantId, accounts.stream().map(account -> account.id).toList(), clock);
    app.rollback();
    same("balances", expected, actual);
  }

  private List<NaiveAccount> accounts() {
    return StreamSupport.stream(model.accounts().spliterator(), false).toList();
  }

  private static MemberBalance balance(NaiveAccount account, Instant clock) {
    NaiveAccount a = Copies.of(account);
    a.advance(clock);
    TreeMap<Instant, Long> burns = new TreeMap<>();
    for (NaiveLot lot : a.lots) {
      if (lot.active && lot.left() > 0 && !lot.until.equals(Times.NEVER)) {
        burns.merge(lot.until, lot.left(), Long::sum);
      }
    }
    MemberBalance.@Nullable Burn next =
        burns.isEmpty()
            ? null
            : new MemberBalance.Burn(burns.firstKey(), burns.firstEntry().getValue());
    long available = a.spendable(clock).size();
    return new MemberBalance(a.id, a.balance(), available, a.pending(), a.held(), a.debt, next);
  }

  private void figures(Instant clock) throws SQLException {
    Instant until = clock.plus(Duration.ofDays(2));
    List<NaiveLot> open =
        accounts().stream()
            .flatMap(account -> account.lots.stream())
            .filter(lot -> lot.left() > 0)
            .toList();
    Liability liability =
        new Liability(
            open.stream().filter(lot -> lot.active).mapToLong(NaiveLot::left).sum(),
            open.stream().filter(lot -> !lot.active).mapToLong(NaiveLot::left).sum(),
            accounts().stream().mapToLong(NaiveAccount::held).sum(),
            accounts().stream().mapToLong(account -> account.debt).sum(),
            accounts().stream().filter(a -> a.balance() + a.debt + a.pending() > 0).count());
    same("liability", liability, new Figures().liability(app, merchantId, clock));
    Map<Instant, Long> burns = new TreeMap<>();
    open.stream()
        .filter(lot -> lot.until.isAfter(clock) && !lot.until.isAfter(until))
        .forEach(lot -> burns.merge(lot.until, lot.left(), Long::sum));
    List<String> expected = new ArrayList<>();
    burns.forEach((at, amount) -> expected.add(at + " " + amount));
    List<String> actual =
        new Figures()
            .burnsSoon(app, merchantId, clock, until).stream()
                .map((BurnForecast burn) -> burn.at() + " " + burn.amount())
                .toList();
    app.rollback();
    same("burns soon", expected, actual);
  }

  private static void same(String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new Differs("%s%n expected %s%n but was  %s".formatted(what, expected, actual));
    }
  }
}
