package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Transfer;
import io.kartela.ledger.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Does what the service does: open, work out, write, commit; and checks the books after each. */
final class Desk implements AutoCloseable {
  final Ledger ledger = new Ledger();
  final PostgresLedger store = new PostgresLedger();
  private final SelfCheck selfCheck = new SelfCheck();
  private final Connection connection;

  Desk(TestDatabase database) throws SQLException {
    connection = database.app().getConnection();
    connection.setAutoCommit(false);
  }

  Connection connection() {
    return connection;
  }

  /** Runs an operation; commits a success, rolls a refusal back. */
  <T> Outcome<T> run(Opening opening, Function<Account, Outcome<T>> operation) {
    Outcome<T> outcome = operation.apply(store.open(connection, opening).account());
    switch (outcome) {
      case Outcome.Done<T> done -> {
        List<Posting> postings = new ArrayList<>(List.of(done.posting()));
        if (done.value() instanceof Transfer transfer) {
          postings.add(transfer.to());
        }
        RoundTrip trip = new RoundTrip();
        store.write(trip, postings, null);
        trip.commit(connection);
      }
      case Outcome.Refused<T> _ -> rollback();
    }
    assertSound(opening.id());
    return outcome;
  }

  <T> T done(Opening opening, Function<Account, Outcome<T>> operation) {
    return run(opening, operation)
        .orThrow(refusal -> new IllegalStateException(refusal.toString()))
        .value();
  }

  Refusal refused(Opening opening, Function<Account, ? extends Outcome<?>> operation) {
    Outcome<?> outcome = run(opening, account -> cast(operation.apply(account)));
    return assertInstanceOf(Outcome.Refused.class, outcome).refusal();
  }

  @SuppressWarnings("unchecked")
  private static Outcome<Object> cast(Outcome<?> outcome) {
    return (Outcome<Object>) outcome;
  }

  /** The figures a screen shows at an instant. */
  MemberBalance look(AccountId id, Instant at) {
    MemberBalance balance =
        new Balances().at(connection, id.merchantId(), List.of(id.accountId()), at).getFirst();
    rollback();
    return balance;
  }

  /** The lots as they are, booked up to {@code at}, in order of creation. */
  List<Lot> lots(AccountId id, Instant at) {
    Account account = store.open(connection, Opening.of(id, at).withEverything()).account();
    rollback();
    return ledger.mature(account, at).after().contents().lots();
  }

  /** What is left per open lot, by burn order of its numbers. */
  long remaining(AccountId id, long lotId, Instant at) {
    Account account = store.open(connection, Opening.of(id, at).withLot(lotId)).account();
    rollback();
    return ledger.mature(account, at).after().contents().lots().stream()
        .filter(lot -> lot.id() == lotId)
        .findFirst()
        .orElseThrow()
        .remaining();
  }

  List<Entry> history(AccountId id) {
    List<Entry> entries =
        new AccountStatement()
            .page(connection, id, AccountStatement.NEWEST, 1000).lines().stream()
                .map(AccountStatement.Line::entry)
                .toList();
    rollback();
    return entries.reversed();
  }

  void assertSound(AccountId id) {
    assertEquals(List.of(), selfCheck.account(connection, id), "self-check of " + id);
    rollback();
  }

  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
