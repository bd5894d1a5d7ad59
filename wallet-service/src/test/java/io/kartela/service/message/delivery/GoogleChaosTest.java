package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Delivery.Retry;
import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.FakeGoogleWallet.Trouble;
import io.kartela.push.google.GoogleCallback;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.TestDevices;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.google.TestGoogle;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.TestCards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    return node(push::pushAsync);
  }

  private DeliveryWorker node(ApplePush apple) {
    DeliveryWorker worker =
        new DeliveryWorker(
            house.at(clock),
            passes,
            apple,
            Optional.of(cards),
            (c, result) -> results.add(result),
            meters,
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
          pass(Duration.ofMinutes(10));
          return letters() == all.size() && outboxRows() == 0;
        });
    assertTrue(all.stream().noneMatch(pass -> shows(pass, "123")));
    google.trouble(new Trouble.None());
    pass(Duration.ofMinutes(2));
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
    GoogleSweep sweep = new GoogleSweep(house.at(clock), cards);
    assertTrue(sweep.run(SHOP) >= all.size());
    until("made good", () -> shows(all.get(1), "789"));
    emptied();
    assertEquals(0, sweep.run(SHOP), "a round is made now and then only");
  }

  /** Whoever removed the card was told nothing since. */
  @Test
  void aCardThatIsSavedAgainIsBroughtUpToDateAtOnce() throws Exception {
    PassRef pass = issue(MEMBERS + 300);
    node();
    said(pass, GoogleCallback.Event.DELETE);
    change(pass, 31_400);
    emptied();
    assertFalse(shows(pass, "314"), "nobody holds it");
    said(pass, GoogleCallback.Event.SAVE);
    until("up to date", () -> shows(pass, "314"));
    emptied();
    long before = google.requestCount();
    said(pass, GoogleCallback.Event.SAVE);
    assertEquals(0, outboxRows(), "it is up to date");
    assertEquals(before, google.requestCount());
  }

  private void said(PassRef pass, GoogleCallback.Event event) {
    cards.obey(
        new GoogleCallback(
            TestGoogle.ISSUER + ".class",
            TestGoogle.ISSUER + "." + pass.serial(),
            event,
            UUID.randomUUID().toString(),
            clock.instant().plusSeconds(3_600)));
  }

  /** A change of which Apple's part broke before anything was done, kept for another try. */
  private void brokenForApple(PassRef pass, long balance) {
    contents.put(TestCards.card(SHOP, pass.memberId(), balance));
    sql(
        """
        INSERT INTO kartela.dead_letter (merchant_id, channel, member_id, target, reason, detail, created_at, next_try)
        VALUES (%d, 'APPLE', %d, '', 'FAULT', 'Broken', now(), now())
        """
            .formatted(SHOP, pass.memberId()));
  }

  @Test
  void whatGoogleTookIsNotToldToApple() throws Exception {
    PassRef pass = issue(MEMBERS + 400);
    house
        .database()
        .inTenant(
            SHOP,
            c -> {
              TestDevices.register(c, pass, "device-400", token(40_000));
              return true;
            });
    brokenForApple(pass, 32_100);
    google.trouble(new Trouble.Slow(Duration.ofMillis(500)));
    node(token -> CompletableFuture.completedFuture(new Retry("503", Duration.ofMillis(1))));
    until("Google is told", () -> shows(pass, "321"));
    emptied();
    google.trouble(new Trouble.None());
    assertEquals(
        1,
        sql("SELECT count(*) FROM kartela.dead_letter WHERE channel = 'APPLE'"),
        "the iPhone still has to hear of it");
  }

  @Test
  void aLetterOfAppleEndsWhereOnlyGoogleHoldsTheCard() throws Exception {
    PassRef pass = issue(MEMBERS + 401);
    brokenForApple(pass, 43_200);
    node();
    until("Google is told, and no letter is left", () -> shows(pass, "432") && letters() == 0);
    emptied();
  }

  @Test
  void slowAnswersAndTwoNodesSendNothingTwice() throws Exception {
    List<PassRef> all = issue(300, 8);
    google.trouble(new Trouble.Slow(Duration.ofMillis(4_500)));
    long before = google.requestCount();
    DeliverySettings shortLease =
        new DeliverySettings(
            50,
            4,
            // Renewed every second while answers take longer: a busy machine may miss one or two.
            Duration.ofMillis(3_000),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            4);
    for (int i = 0; i < 2; i++) {
      DeliveryWorker worker =
          new DeliveryWorker(
              house.at(clock),
              passes,
              push::pushAsync,
              Optional.of(cards),
              (c, result) -> results.add(result),
              meters,
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
