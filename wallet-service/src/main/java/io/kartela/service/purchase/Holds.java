package io.kartela.service.purchase;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.Opened;
import io.kartela.ledger.postgres.Opening;
import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.account.BalanceView;
import io.kartela.service.account.Earlier;
import io.kartela.service.account.Retry;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bonuses reserved while a receipt is being paid. A hold's identifier is {@code <member>-<number>}:
 * it names its account, so no lookup is needed. Thread-safe.
 */
final class Holds {
  private final Database database;
  private final Members members = new Members();
  private final Audit audit;
  private final PostgresLedger accounts = new PostgresLedger();
  private final SpendGuard guard;
  private final Ledger ledger = new Ledger();
  private final InstantSource clock;
  private final Heirs heirs;

  Holds(House house, TillRules rules) {
    this.guard = new SpendGuard(rules);
    this.database = house.database();
    this.audit = new Audit(house.ids(), house.clock());
    this.clock = house.clock();
    this.heirs = new Heirs(house.database());
  }

  /** The member and the number in a hold's identifier. */
  record HoldId(long memberId, long number) {
    static HoldId parse(String text) {
      int dash = text.indexOf('-');
      if (dash < 1) {
        throw new Problem(ProblemCode.HOLD_NOT_FOUND);
      }
      return new HoldId(
          Http.id(text.substring(0, dash), ProblemCode.HOLD_NOT_FOUND),
          Http.id(text.substring(dash + 1), ProblemCode.HOLD_NOT_FOUND));
    }

    String text() {
      return memberId + "-" + number;
    }
  }

  byte[] place(
      RegisterPrincipal register,
      long memberId,
      long amount,
      int seconds,
      String key,
      String bodyHash) {
    return heirs.owned(
        register.merchantId(),
        memberId,
        member -> placeFor(register, member, amount, seconds, key, bodyHash));
  }

  private byte[] placeFor(
      RegisterPrincipal register,
      long memberId,
      long amount,
      int seconds,
      String key,
      String bodyHash) {
    Instant now = clock.instant();
    String operation = "hold:" + register.registerId() + ":" + key;
    String response =
        Retry.transaction(
            () ->
                database.inTransaction(
                    c -> {
                      RoundTrip first = new RoundTrip();
                      AccountId id = new AccountId(register.merchantId(), memberId);
                      Answer<Opened> answer =
                          accounts.open(
                              first, Opening.of(id, now).covering(amount).withOperation(operation));
                      // It spends later what is asked for now.
                      SpendGuard.Proof proof = guard.ask(first, register, memberId, now);
                      Answer<Optional<MemberRef>> member =
                          members.ask(first, register.merchantId(), memberId);
                      first.run(c);
                      Opened opened = answer.get();
                      Optional<String> before = Earlier.answer(opened.replay(bodyHash));
                      if (before.isPresent()) {
                        return before.get();
                      }
                      MemberRef found =
                          member.get().orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
                      if (found.blocked()) {
                        throw new Problem(ProblemCode.CARD_BLOCKED);
                      }
                      proof.require();
                      var done =
                          ledger
                              .hold(opened.account(), amount, now.plusSeconds(seconds), now)
                              .orThrow(Booking::problem);
                      String body =
                          Http.JSON.writeValueAsString(
                              new Views.HoldView(
                                  new HoldId(memberId, done.value().id()).text(),
                                  amount,
                                  done.value().expiresAt(),
                                  BalanceView.after(c, done.posting().after()),
                                  Views.CashierView.of(register.cashier())));
                      RoundTrip second = new RoundTrip();
                      accounts.write(
                          second,
                          List.of(done.posting()),
                          new Operation(operation, bodyHash, body));
                      proof.use(second);
                      HoldPlaces.write(second, register, memberId, done.value());
                      audit(second, register, memberId, amount, done.value().id());
                      second.commit(c);
                      return body;
                    }));
    return response.getBytes(StandardCharsets.UTF_8);
  }

  /** A hold leaves no entry in the account; who made it is written down when somebody is named. */
  private void audit(
      RoundTrip trip, RegisterPrincipal register, long memberId, long amount, long hold) {
    CashierRef cashier = register.cashier();
    if (cashier != null) {
      audit.add(
          trip,
          register.merchantId(),
          "cashier:" + cashier.id() + " " + cashier.name(),
          "HOLD_PLACED",
          "member:" + memberId,
          Map.of("hold", hold, "amount", amount, "register", register.registerId()));
    }
  }

  /** Gives a hold of this register up; one that is over or was used already is a problem. */
  void release(RegisterPrincipal register, HoldId hold) {
    Instant now = clock.instant();
    Retry.transaction(
        () ->
            database.inTransaction(
                c -> {
                  AccountId id = new AccountId(register.merchantId(), hold.memberId());
                  RoundTrip first = new RoundTrip();
                  Answer<Opened> opened =
                      accounts.open(first, Opening.of(id, now).withHold(hold.number()));
                  Answer<Boolean> here =
                      HoldPlaces.isHere(first, register, hold.memberId(), hold.number());
                  first.run(c);
                  if (!here.get()) {
                    throw new Problem(ProblemCode.HOLD_NOT_FOUND);
                  }
                  Outcome<Hold> released =
                      ledger.release(opened.get().account(), hold.number(), now);
                  var done = released.orThrow(Booking::problem);
                  accounts.write(c, done.posting());
                  return done;
                }));
  }
}
