package io.kartela.ledger.model;

import io.kartela.ledger.Ledger;
import io.kartela.ledger.Times;
import io.kartela.ledger.model.NaiveAccount.NaiveHold;
import io.kartela.ledger.model.NaiveAccount.NaiveRedemption;
import io.kartela.ledger.postgres.SmallPages;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** One list of steps, run against the model and against PostgreSQL, compared after each step. */
final class ModelRun {
  /** The two differ. */
  static final class Differs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Differs(String message) {
      super(message);
    }
  }

  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
  private static final int TOUCHES_PER_ACCOUNT = 45;
  private static final long NOBODY = 9_999;

  private record Waiting(int step, Request request) {}

  private final NaiveBank model = new NaiveBank();
  private final RealService service;
  private final Comparison comparison;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final long[] accounts = new long[Step.SLOTS];
  private final int[] touches = new int[Step.SLOTS];
  private Instant clock = START;
  private long lastAccount;
  private int requests;

  ModelRun(Connection app, Connection worker, long merchantId, Ledger ledger) {
    service = new RealService(app, merchantId, ledger, SmallPages.ledger());
    comparison = new Comparison(app, worker, merchantId, model);
    for (int slot = 0; slot < accounts.length; slot++) {
      accounts[slot] = ++lastAccount;
    }
  }

  /**
   * Runs all steps.
   *
   * @return how many of them ran before a difference showed, or -1 if none did
   */
  int run(List<Step> steps) throws SQLException {
    for (int i = 0; i < steps.size(); i++) {
      try {
        step(i, steps.get(i));
      } catch (RuntimeException e) {
        throw new Failed(i, steps.get(i), e);
      }
    }
    comparison.everything();
    return steps.size();
  }

  /** Where a run stopped. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final int index;

    Failed(int index, Step step, RuntimeException cause) {
      super("step " + index + " " + step + ": " + cause.getMessage(), cause);
      this.index = index;
    }
  }

  private void step(int index, Step step) throws SQLException {
    clock = clock.plus(Duration.ofHours(step.clockHours()));
    while (!waiting.isEmpty() && waiting.getFirst().step <= index) {
      deliver(waiting.removeFirst().request);
    }
    if (step.kind() == null) {
      comparison.job(clock);
      return;
    }
    rotate(step.slot());
    Request request = request(step, step.kind());
    switch (step.delivery()) {
      case ONCE -> deliver(request);
      case TWICE -> {
        deliver(request);
        deliver(request);
      }
      case OVERTAKEN -> waiting.addLast(new Waiting(index + 1 + step.pick() % 5, request));
      case CRASH_AFTER_COMMIT -> {
        deliver(request);
        waiting.addLast(new Waiting(index + 1 + step.pick() % 30, request));
      }
      case CRASH_BEFORE_COMMIT -> {
        service.handle(request, RealService.End.CRASH_BEFORE_COMMIT);
        comparison.touched(request);
        deliver(request);
      }
      case OTHER_BODY -> {
        deliver(request);
        deliver(request.withAmount(request.amount() + 1));
      }
    }
  }

  /** Old accounts make every comparison slower; their owners leave, new members come. */
  private void rotate(int slot) {
    if (++touches[slot] > TOUCHES_PER_ACCOUNT) {
      touches[slot] = 0;
      accounts[slot] = ++lastAccount;
    }
  }

  /** Nobody meets who was merged any more. */
  private void replaceMerged() {
    for (int slot = 0; slot < accounts.length; slot++) {
      if (model.account(accounts[slot]).merged) {
        touches[slot] = 0;
        accounts[slot] = ++lastAccount;
      }
    }
  }

  private void deliver(Request request) throws SQLException {
    String expected = model.handle(request);
    String actual = service.handle(request, RealService.End.COMMIT);
    replaceMerged();
    if (!expected.equals(actual)) {
      throw new Differs("%s%n expected %s%n but was  %s".formatted(request, expected, actual));
    }
    comparison.touched(request);
  }

  private Request request(Step step, Request.Kind kind) {
    long account = accounts[step.slot()];
    int otherSlot = (step.slot() + 1 + step.otherSlot()) % Step.SLOTS;
    Instant at = clock.minus(Duration.ofHours(step.lateHours()));
    Instant from = at.plus(Duration.ofHours(step.fromHours()));
    NaiveAccount known = model.account(account);
    boolean grants =
        kind == Request.Kind.EARN || kind == Request.Kind.GIFT || kind == Request.Kind.CREDIT;
    Instant start = grants ? from : at;
    Instant until =
        step.lifeHours() == 0 && kind != Request.Kind.HOLD
            ? Times.NEVER
            : start.plus(Duration.ofHours(Math.max(1, step.lifeHours())));
    long target = target(kind, known, step.pick());
    long other = kind == Request.Kind.REFUND ? paidIn(known, step.pick()) : accounts[otherSlot];
    return new Request(
        "r" + ++requests,
        kind,
        account,
        other,
        amount(kind, known, target, other, step, at),
        target,
        step.pick() % 6,
        at,
        start,
        until);
  }

  private static long paidIn(NaiveAccount known, int pick) {
    return known.redemptions.isEmpty()
        ? 0
        : known.redemptions.get(pick % known.redemptions.size()).account;
  }

  private static long target(Request.Kind kind, NaiveAccount known, int pick) {
    if (pick % 37 == 0) {
      return NOBODY;
    }
    return switch (kind) {
      case COMMIT, RELEASE -> Math.max(1, known.holds.size() - pick % 3);
      case REFUND ->
          known.redemptions.isEmpty()
              ? NOBODY
              : known.redemptions.get(pick % known.redemptions.size()).seq;
      case REVERSE -> known.lots.isEmpty() ? NOBODY : 1 + pick % known.lots.size();
      case EARN, GIFT, CREDIT, DEBIT, REDEEM, HOLD, TRANSFER, MERGE -> 0;
    };
  }

  /** Mostly something possible, often the limit itself, sometimes one too much. */
  private static long amount(
      Request.Kind kind, NaiveAccount known, long target, long other, Step step, Instant at) {
    long limit =
        switch (kind) {
          case REDEEM, HOLD, DEBIT, TRANSFER -> NaiveBank.available(known, at);
          case COMMIT ->
              known.holds.stream()
                  .filter(hold -> hold.id == target)
                  .mapToLong((NaiveHold hold) -> hold.coins.size())
                  .sum();
          case REFUND ->
              known.redemptions.stream()
                  .filter(paid -> paid.seq == target && paid.account == other)
                  .mapToLong((NaiveRedemption paid) -> paid.coins.size() - paid.returned)
                  .sum();
          case REVERSE ->
              known.lots.stream()
                  .filter(lot -> lot.id == target)
                  .mapToLong(lot -> lot.coins.size() - lot.reversed)
                  .sum();
          case EARN, GIFT, CREDIT, RELEASE, MERGE -> 0;
        };
    if (limit == 0) {
      return step.amount();
    }
    return switch (step.pick() % 11) {
      case 0 -> limit + 1;
      case 1, 2, 3, 4 -> limit;
      default -> 1 + step.amount() % limit;
    };
  }
}
