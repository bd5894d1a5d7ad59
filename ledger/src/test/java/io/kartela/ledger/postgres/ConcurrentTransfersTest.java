package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Transfer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Transfers between accounts that other transfers want too. A deadlock would fail the test. */
@Timeout(120)
class ConcurrentTransfersTest extends ManyTills {
  @Test
  void transfersInBothDirectionsNeitherDeadlockNorLoseAnything() throws Exception {
    List<AccountId> ids = List.of(new AccountId(1, 11), new AccountId(1, 12), new AccountId(1, 13));
    for (AccountId id : ids) {
      give(id, 300);
    }

    atOnce(
        (desk, number) -> {
          for (int i = 0; i < 40; i++) {
            AccountId from = ids.get((number + i) % 3);
            AccountId to = ids.get((number + i + 1 + i % 2) % 3);
            transfer(desk, from, to, 1 + i % 20);
          }
        });

    long sum = 0;
    for (AccountId id : ids) {
      sum += balance(id).balance();
    }
    assertEquals(900, sum);
  }

  @Test
  void accountsThatAreCreatedByTransfersDoNotDeadlockEither() throws Exception {
    AccountId rich = new AccountId(1, 500);
    give(rich, 3_000);

    atOnce(
        (desk, number) -> {
          for (int i = 0; i < 30; i++) {
            AccountId fresh = new AccountId(1, 485 + i); // below and above the giver
            AccountId newer = new AccountId(1, 484 + i + 1 + number % 2);
            if (!fresh.equals(rich)) {
              transfer(desk, rich, fresh, 2);
              transfer(desk, fresh, rich, 1);
            }
            if (!fresh.equals(newer)) {
              transfer(desk, newer, fresh, 1);
            }
          }
        });

    try (Desk desk = new Desk(DATABASE)) {
      assertEquals(List.of(), new SelfCheck().merchant(desk.connection(), 1));
      desk.rollback();
      long sum = 0;
      for (long member = 484; member <= 520; member++) {
        sum += desk.look(new AccountId(1, member), NOW).balance();
      }
      assertEquals(3_000, sum);
    }
  }

  private static void transfer(Desk desk, AccountId from, AccountId to, long amount) {
    Map<AccountId, Opened> opened =
        desk.store.openAll(
            desk.connection(),
            List.of(Opening.of(from, NOW).covering(amount), Opening.of(to, NOW)));
    Outcome<Transfer> outcome =
        desk.ledger.transfer(
            Objects.requireNonNull(opened.get(from)).account(),
            Objects.requireNonNull(opened.get(to)).account(),
            amount,
            NOW,
            Note.NONE);
    if (outcome instanceof Outcome.Done<Transfer>(Posting posting, Transfer transfer)) {
      RoundTrip trip = new RoundTrip();
      desk.store.write(trip, List.of(posting, transfer.to()), null);
      trip.commit(desk.connection());
    } else {
      desk.rollback();
    }
  }
}
