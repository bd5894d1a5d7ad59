package io.kartela.service.wallet.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.FakeGoogleWallet.Trouble;
import io.kartela.push.google.GoogleAnswer;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cards at a Google that is slow or refuses some of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleCardsTest {
  private static final String ISSUER = TestGoogle.ISSUER;
  private static final long SHOP = 81;
  private static final int CARDS = 160;
  private static final int TOGETHER = 20;
  private static final double PER_SECOND = 20;
  private static final Duration SLOW = Duration.ofSeconds(2);

  private volatile Duration ahead = Duration.ZERO;
  private final InstantSource clock = () -> Instant.now().plus(ahead);
  private final TestHouse house = new TestHouse();
  private final TestGoogle world = new TestGoogle(clock);
  private final FakeGoogleWallet google = world.google();
  private final Passes passes = new Passes(clock);
  private final TestCards contents = new TestCards();

  @AfterAll
  void close() {
    world.close();
    house.close();
  }

  private GoogleCards cards(double perSecond) {
    return world.cards(house, passes, contents, perSecond);
  }

  private PassRef issue(GoogleCards quick, long member) {
    contents.put(TestCards.card(SHOP, member, 0));
    PassRef pass = house.database().inTenant(SHOP, c -> passes.create(c, SHOP, member));
    assertInstanceOf(GoogleCards.Offer.Ready.class, quick.offer(pass.token()));
    return pass;
  }

  private void change(long member, long balance) {
    contents.put(TestCards.card(SHOP, member, balance));
    int _ = house.database().inTenant(SHOP, c -> passes.touch(c, SHOP, List.of(member)));
  }

  private String balance(PassRef pass) {
    return String.valueOf(
        google.object(ISSUER + "." + pass.serial()).orElseThrow().get("loyaltyPoints"));
  }

  @Test
  void withSlowAnswersBatchesKeepThePaceAndAPurchaseDoesNotWaitForThem() throws Exception {
    GoogleCards quick = cards(100_000);
    List<PassRef> all = new ArrayList<>();
    for (long member = 1; member <= CARDS + 1; member++) {
      all.add(issue(quick, member));
    }
    for (long member = 1; member <= CARDS; member++) {
      change(member, 7_700);
    }
    try (var c = house.owner().getConnection();
        var statement = c.createStatement()) {
      int _ = statement.executeUpdate("DELETE FROM kartela.google_pace");
    }
    google.trouble(new Trouble.Slow(SLOW));
    GoogleCards paced = cards(PER_SECOND);
    long before = google.requestCount();
    long start = System.nanoTime();
    List<Callable<Map<GoogleCards.Holder, GoogleAnswer>>> batches = new ArrayList<>();
    for (long first = 1; first <= CARDS; first += TOGETHER) {
      List<GoogleCards.Holder> some = new ArrayList<>();
      for (long member = first; member < first + TOGETHER; member++) {
        some.add(new GoogleCards.Holder(SHOP, member));
      }
      batches.add(() -> paced.updateAll(some));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<Map<GoogleCards.Holder, GoogleAnswer>>> under = new ArrayList<>();
      batches.forEach(batch -> under.add(threads.submit(batch)));
      Thread.sleep(1_500);
      change(CARDS + 1, 9_900);
      assertInstanceOf(
          GoogleAnswer.Done.class, paced.update(SHOP, CARDS + 1, List.of()).orElseThrow());
      // Six seconds of batches are still to come: a purchase that waited for them would be the
      // last.
      assertTrue(under.stream().anyMatch(batch -> !batch.isDone()), "a purchase waits");
      for (var batch : under) {
        assertEquals(TOGETHER, batch.get().size());
        assertTrue(batch.get().values().stream().allMatch(a -> a instanceof GoogleAnswer.Done));
      }
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    double seconds = taken.toMillis() / 1000.0;
    long requests = google.requestCount() - before;
    assertEquals(CARDS + 1, requests, "no part is sent twice");
    // The last ones are sent when their turn has come and answered two seconds later.
    double sending = seconds - SLOW.toSeconds();
    assertTrue(sending > (CARDS - PER_SECOND) / PER_SECOND * 0.9, "faster than allowed: " + taken);
    System.out.printf(
        "Google answers after %d s: %d cards at %.1f/s of %.0f allowed, in %d batches%n",
        SLOW.toSeconds(), requests, requests / sending, PER_SECOND, google.batchCount());
    assertTrue(google.batchCount() < CARDS / 2, "batches: " + google.batchCount());
    for (PassRef pass : all.subList(0, CARDS)) {
      assertTrue(balance(pass).contains("77"), balance(pass));
    }
  }

  @Test
  void aPartThatFailsIsTriedAgainAlone() {
    GoogleCards quick = cards(100_000);
    List<GoogleCards.Holder> some = new ArrayList<>();
    List<PassRef> passesOfSome = new ArrayList<>();
    for (long member = 1_001; member <= 1_004; member++) {
      passesOfSome.add(issue(quick, member));
      change(member, 5_500);
      some.add(new GoogleCards.Holder(SHOP, member));
    }
    google.trouble(new Trouble.FailOne(passesOfSome.get(2).serial(), 503));
    Map<GoogleCards.Holder, GoogleAnswer> first = quick.updateAll(some);
    google.trouble(new Trouble.None());
    assertInstanceOf(GoogleAnswer.Retry.class, first.get(some.get(2)));
    assertInstanceOf(GoogleAnswer.Done.class, first.get(some.get(3)));
    long before = google.requestCount();
    assertTrue(
        quick.updateAll(some).values().stream().allMatch(a -> a instanceof GoogleAnswer.Done));
    assertEquals(1, google.requestCount() - before, "only the one that failed");
    passesOfSome.forEach(pass -> assertTrue(balance(pass).contains("55"), balance(pass)));
  }

  /** The fake lets no object change its class, which Google may or may not. */
  @Test
  void aRefusedChangeOfClassIsLeftOutAndNotTriedAgainForAnHour() {
    GoogleCards quick = cards(100_000);
    List<PassRef> some = new ArrayList<>();
    for (long member = 2_001; member <= 2_004; member++) {
      some.add(issue(quick, member));
      contents.put(TestCards.tier(TestCards.GOLD).apply(TestCards.card(SHOP, member, 1_000)));
      int _ =
          house
              .database()
              .inTenant(SHOP, c -> passes.touch(c, SHOP, List.of(some.getLast().memberId())));
    }
    google.trouble(new Trouble.FailOne(some.getFirst().serial(), 400));
    assertInstanceOf(
        GoogleAnswer.Refused.class, quick.update(SHOP, 2_001, List.of()).orElseThrow());
    google.trouble(new Trouble.None());
    assertEquals(2, requests(quick, 2_002), "what one card was refused says nothing of the others");
    assertEquals(1, requests(quick, 2_003), "Google lets no card change its class");
    ahead = Duration.ofMinutes(61);
    assertEquals(2, requests(quick, 2_004), "or did it change its mind");
    assertTrue(balance(some.getLast()).contains("10"), balance(some.getLast()));
  }

  private long requests(GoogleCards cards, long member) {
    long before = google.requestCount();
    assertInstanceOf(GoogleAnswer.Done.class, cards.update(SHOP, member, List.of()).orElseThrow());
    return google.requestCount() - before;
  }
}
