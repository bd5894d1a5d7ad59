package io.kartela.service.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.ledger.Account;
import io.kartela.ledger.postgres.Balances;
import io.kartela.ledger.postgres.MemberBalance;
import java.sql.Connection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bonus account as people see it; minor units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalanceView(
    long available, long pending, long held, long debt, @Nullable Burns burns) {
  /** Nothing yet. */
  public static final BalanceView ZERO = new BalanceView(0, 0, 0, 0, null);

  private static final Balances BALANCES = new Balances();

  /** What burns first. */
  public record Burns(long amount, Instant at) {}

  /**
   * An account that the caller's transaction has locked, as it will be after what it is about to
   * write.
   */
  public static BalanceView after(Connection c, Account account) {
    return of(BALANCES.after(c, account));
  }

  static BalanceView of(MemberBalance b) {
    MemberBalance.Burn burn = b.nextBurn();
    return new BalanceView(
        b.available(),
        b.pending(),
        b.held(),
        b.debt(),
        burn == null ? null : new Burns(burn.amount(), burn.at()));
  }
}
