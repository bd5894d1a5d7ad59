package io.kartela.service.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.FakeGoogleWallet.Trouble;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.TestCards;
import io.kartela.service.pass.google.GoogleCards;
import io.kartela.service.pass.google.TestGoogle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Google away, an account that ended, two nodes: Google's phones never ask, so everything must be
 * told.
 */
class GoogleChaosTest extends DeliveryScene {
  private static final long MEMBERS = 500_000;

  private final TestGoogle world = new TestGoogle(clock);
  private final FakeGoogleWallet google = world.google();
  private final TestCards contents = new TestCards();
  private final GoogleCards cards = world.cards(house, passes, contents, 100_000);

  @AfterAll
  void closeGoogle() {
    world.close();
  }

  private DeliveryWorker node() {
    DeliveryWorker worker =
        new DeliveryWorker(
            house.database(),
            passes,
            push::pushAsync,
            Optional.of(cards),
            (c, result) -> results.add(result),
            meters,
            clock,
            QUICK);
    started.add(worker);
    worker.start();
    return worker;
  }

  private PassRef issue(long member) {
    contents.put(TestCards.card(SHOP, member, 0));
    PassRef pass = house.database().inTenant(SHOP, c -> passes.create(c, SHOP, member));
    assertInstanceOf(GoogleCards.Offer.Ready.class, cards.offer(pass.token()));
    return pass;
  }

  private List<PassRef> issue(long from, int many) {
    List<PassRef> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(issue(MEMBERS + from + i));
    }
    return all;
  }

  private void change(PassRef pass, long balance) {
    contents.put(TestCards.card(SHOP, pass.memberId(), balance));
    changed(pass, "");
  }

  private boolean shows(PassRef pass, String balance) {
    return String.valueOf(
            google
                .object(TestGoogle.ISSUER + "." + pass.serial())
                .orElseThrow()
                .get("loyaltyPoints"))
        .contains(balance);
  }

  @Test
  void anOutageLongerThanTheAttemptsIsMadeGoodByItself() throws Exception {
    List<PassRef> all = issue(0, 5);
    google.trouble(new Trouble.Fail(503));
    node();
    all.forEach(pass -> change(pass, 12_300));
    until(
        "given up for now",
        () -> {
          pass(java.time.Duration.ofMinutes(10));
          return letters() == all.size() && outboxRows() == 0;
        });
    assertTrue(all.stream().noneMatch(pass -> shows(pass, "123")));
    google.trouble(new Trouble.None());
    pass(java.time.Duration.ofMinutes(2));
    until("all is told", () -> letters() == 0 && all.stream().allMatch(pass -> shows(pass, "123")));
  }

  @Test
  void anAccountThatEndedIsToldOfAndMadeGoodWhenItIsWellAgain() throws Exception {
    List<PassRef> all = issue(100, 3);
    world.endAccount();
    DeliveryWorker worker = node();
    all.forEach(pass -> change(pass, 45_600));
    until("kept", () -> letters() == all.size());
    until("shown to the operator", () -> !worker.letters().all().isEmpty());
    Undelivered shown = worker.letters().all().getFirst();
    assertEquals(Undelivered.Channel.GOOGLE, shown.channel());
    assertEquals(Undelivered.Reason.ACCOUNT, shown.reason());
    assertEquals(all.size(), shown.cards());
    world.renewAccount();
    int due = house.database().inTenant(SHOP, c -> DeadLetters.retry(c, SHOP));
    assertEquals(all.size(), due);
    worker.wakeLetters();
    until("all is told", () -> letters() == 0 && all.stream().allMatch(pass -> shows(pass, "456")));
  }

  @Test
  void theSweepFindsWhatNobodySaid() throws Exception {
    List<PassRef> all = issue(200, 3);
    // The change is lost: nobody wrote it to the outbox.
    contents.put(TestCards.card(SHOP, all.get(1).memberId(), 78_900));
    node();
    GoogleSweep sweep = new GoogleSweep(house.database(), cards, clock, () -> {});
    assertTrue(sweep.run(SHOP) >= all.size());
    until("made good", () -> shows(all.get(1), "789"));
    emptied();
    assertEquals(0, sweep.run(SHOP), "a round is made now and then only");
  }

  @Test
  void slowAnswersAndTwoNodesSendNothingTwice() throws Exception {
    List<PassRef> all = issue(300, 8);
    google.trouble(new Trouble.Slow(java.time.Duration.ofMillis(4_500)));
    long before = google.requestCount();
    DeliverySettings shortLease =
        new DeliverySettings(
            50,
            4,
            // Renewed every second while answers take longer: a busy machine may miss one or two.
            java.time.Duration.ofMillis(3_000),
            java.time.Duration.ofMillis(50),
            java.time.Duration.ofMillis(100),
            4);
    for (int i = 0; i < 2; i++) {
      DeliveryWorker worker =
          new DeliveryWorker(
              house.database(),
              passes,
              push::pushAsync,
              Optional.of(cards),
              (c, result) -> results.add(result),
              meters,
              clock,
              shortLease);
      started.add(worker);
      worker.start();
    }
    all.forEach(pass -> change(pass, 99_100));
    emptied();
    google.trouble(new Trouble.None());
    assertTrue(all.stream().allMatch(pass -> shows(pass, "991")));
    assertEquals(all.size(), google.requestCount() - before);
  }
}
