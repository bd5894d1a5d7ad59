package io.kartela.service.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.ledger.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bonus account as people see it; minor units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalanceView(
    long available, long pending, long held, long debt, @Nullable Burns burns) {
  /** Nothing yet. */
  public static final BalanceView ZERO = new BalanceView(0, 0, 0, 0, null);

  /** What burns first. */
  public record Burns(long amount, Instant at) {}

  /** The booked figures of an account that was matured to now; what burns is not among them. */
  public static BalanceView of(Account.Totals t) {
    return new BalanceView(t.available(), t.pending(), t.held(), t.debt(), null);
  }
}
