package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.apns.FakeApns;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The running service beside a phone that knows Apple's protocol and nothing else. */
class AppleProtocolTest extends WithApplePhones {
  @Test
  void fromTheFirstDownloadToTheLastGoodbye() {
    Joined anna = join();
    AppleDevice phone = device();
    AppleDevice.Held card = phone.open(anna.file());
    String token = card.pass.path("authenticationToken").asString();
    assertTrue(token.length() >= 16);

    assertEquals(401, phone.register(card, token + "x"));
    assertEquals(201, phone.register(card));
    assertEquals(200, phone.register(card));
    assertEquals(List.of(card.serial()), phone.poll(card));
    assertTrue(phone.poll(card, phone.tag()).isEmpty(), "nothing since the tag");

    assertEquals(200, phone.fetch(card));
    assertEquals(304, phone.fetch(card), "by If-Modified-Since");
    assertEquals(
        304, phone.get("GET", card, token, Map.of("If-None-Match", card.entityTag)).statusCode());
    HttpResponse<byte[]> head = phone.get("HEAD", card, token, Map.of());
    assertEquals(200, head.statusCode());
    assertEquals(card.lastModified, head.headers().firstValue("Last-Modified").orElse(""));
    assertEquals(401, phone.get("GET", card, "no-such-token-at-all", Map.of()).statusCode());
    assertEquals(401, phone.get("HEAD", card, "no-such-token-at-all", Map.of()).statusCode());

    double before = card.field("headerFields", "balance").path("value").asDouble();
    buy(anna, 100_000);
    awaitPush(phone, 1);
    FakeApns.Push push = apns.pushes().getLast();
    assertEquals(card.type(), push.topic());
    assertEquals("{}", push.payload());
    assertEquals(List.of(card.serial()), phone.poll(card));
    assertEquals(200, phone.fetch(card));
    assertTrue(card.field("headerFields", "balance").path("value").asDouble() > before);
    assertEquals(200, phone.log(card, "Task failed: something"));

    assertEquals(401, phone.unregister(card, "wrong-token-altogether"));
    assertEquals(200, phone.unregister(card, token));
    assertTrue(phone.poll(card, null).isEmpty());
    long heard = pushes(phone);
    buy(anna, 100_000);
    pauseFor(Duration.ofSeconds(1));
    assertEquals(heard, pushes(phone), "whoever gave the card up hears nothing more");
  }

  @Test
  void aPhoneThatMissedTenUpdatesFetchesOnce() {
    Joined boris = join();
    AppleDevice phone = device();
    AppleDevice.Held card = phone.open(boris.file());
    assertEquals(201, phone.register(card));
    phone.poll(card);
    phone.fetch(card);
    for (int i = 0; i < 10; i++) {
      buy(boris, 50_000);
    }
    double wanted =
        phone
            .open(download(boris.token()))
            .field("headerFields", "balance")
            .path("value")
            .asDouble();
    assertTrue(wanted > 0);
    awaitPush(phone, 1);
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (card.field("headerFields", "balance").path("value").asDouble() < wanted) {
      assertTrue(System.nanoTime() < end, "the balance never came: " + card.pass);
      List<String> changed = phone.poll(card);
      assertTrue(changed.size() <= 1);
      if (!changed.isEmpty()) {
        phone.fetch(card);
      }
      pause();
    }
    assertEquals(304, phone.fetch(card));
  }

  @Test
  void tagsFromAnotherTimeTellEverything() {
    Joined vera = join();
    AppleDevice phone = device();
    AppleDevice.Held card = phone.open(vera.file());
    assertEquals(201, phone.register(card));
    phone.poll(card);
    String now = java.util.Objects.requireNonNull(phone.tag());
    for (String other :
        List.of("0", "garbage", "1234567890", "ffffffffffff.1", now + "9", now.replace('.', '_'))) {
      assertEquals(
          List.of(card.serial()), phone.poll(card, other).orElse(List.of()), "tag " + other);
    }
  }

  @Test
  void twoPhonesAndANewPushToken() {
    Joined galya = join();
    AppleDevice one = device();
    AppleDevice two = device();
    AppleDevice.Held onOne = one.open(galya.file());
    AppleDevice.Held onTwo = two.open(galya.file());
    assertEquals(201, one.register(onOne));
    assertEquals(201, two.register(onTwo));
    buy(galya, 10_000);
    awaitPush(one, 1);
    awaitPush(two, 1);
    String old = one.pushToken;
    one.pushToken = "%064x".formatted(1_000_000 + NUMBERS.incrementAndGet());
    assertEquals(200, one.register(onOne), "the same registration with another token");
    long atTheOld = apns.pushes().stream().filter(p -> p.token().equals(old)).count();
    buy(galya, 10_000);
    awaitPush(one, 1);
    awaitPush(two, 2);
    assertEquals(atTheOld, apns.pushes().stream().filter(p -> p.token().equals(old)).count());
  }

  @Test
  void aDeadTokenIsForgottenAndAnotherPhoneIsNot() {
    Joined dasha = join();
    AppleDevice dead = device();
    AppleDevice alive = device();
    AppleDevice.Held card = dead.open(dasha.file());
    assertEquals(201, dead.register(card));
    assertEquals(201, alive.register(alive.open(dasha.file())));
    apns.answer(dead.pushToken, new FakeApns.Answer.Unregistered(Instant.now().plusSeconds(60)));
    buy(dasha, 10_000);
    awaitPush(alive, 1);
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (dead.poll(card, null).isPresent()) {
      assertTrue(System.nanoTime() < end, "the dead token stays");
      pause();
    }
    assertTrue(alive.poll(card, null).isPresent());
  }

  @Test
  void severalCardsOnOnePhoneAreListedTogether() {
    Joined elena = join();
    Joined fedor = join();
    AppleDevice phone = device();
    AppleDevice.Held first = phone.open(elena.file());
    AppleDevice.Held second = phone.open(fedor.file());
    assertEquals(201, phone.register(first));
    assertEquals(201, phone.register(second));
    assertEquals(2, phone.poll(first).size());
    buy(fedor, 10_000);
    awaitPush(phone, 1);
    assertEquals(List.of(second.serial()), phone.poll(first));
    HttpResponse<byte[]> foreign =
        phone.get("GET", first, second.pass.path("authenticationToken").asString(), Map.of());
    assertEquals(401, foreign.statusCode(), "one card's token opens no other");
  }

  @Test
  void severalCardsComeInOneBundle() throws IOException {
    Joined ivan = join();
    Joined julia = join();
    Answer answer =
        kartela
            .api()
            .get("/c/" + ivan.token() + "_" + julia.token() + "_" + ivan.token() + ".pkpasses")
            .expectStatus(200);
    assertEquals("application/vnd.apple.pkpasses", answer.header("Content-Type"));
    List<String> serials = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      while (zip.getNextEntry() != null) {
        serials.add(device().open(zip.readAllBytes()).serial());
      }
    }
    assertEquals(
        List.of(device().open(ivan.file()).serial(), device().open(julia.file()).serial()),
        serials);
    kartela.api().get("/c/" + ivan.token() + "_nobody.pkpasses").refused(404, "CARD_NOT_FOUND");
  }

  @Test
  void aPhoneThatRegistersAfterAChangeHearsOfItOnce() {
    Joined maria = join();
    AppleDevice early = device();
    AppleDevice.Held before = early.open(maria.file());
    buy(maria, 100_000);
    pauseFor(Duration.ofSeconds(1)); // nobody was there to hear of it
    assertEquals(201, early.register(before));
    awaitPush(early, 1);
    assertEquals(List.of(before.serial()), early.poll(before));
    assertEquals(200, early.fetch(before));
    assertTrue(before.field("headerFields", "balance").path("value").asDouble() > 0);
    assertEquals(200, early.register(before));
    pauseFor(Duration.ofMillis(500));
    assertEquals(1, pushes(early), "as it was already registered, nothing is said again");

    early.pushToken = "%064x".formatted(2_000_000 + NUMBERS.incrementAndGet());
    assertEquals(200, early.register(before));
    awaitPush(early, 1);

    AppleDevice calm = device();
    assertEquals(201, calm.register(calm.open(join().file())));
    pauseFor(Duration.ofMillis(500));
    assertEquals(0, pushes(calm), "nothing changed since it was issued");
  }

  /** It lay in the downloads meanwhile, on a phone whose tag is younger than the change. */
  @Test
  void aCardAddedLongAfterItsDownloadCatchesUp() {
    Joined olga = join();
    AppleDevice phone = device();
    AppleDevice.Held own = phone.open(olga.file());
    assertEquals(201, phone.register(own));
    Joined nina = join();
    AppleDevice.Held lent = phone.open(nina.file());
    buy(nina, 100_000);
    buy(olga, 100_000);
    awaitPush(phone, 1);
    awaitNothingNew(phone, own); // now its tag is younger than both changes
    kartela.execute(
        "UPDATE kartela.pass SET modified_at = modified_at - interval '7 days' WHERE member_id = "
            + nina.memberId());

    assertEquals(201, phone.register(lent));
    awaitPush(phone, 2);
    assertEquals(List.of(lent.serial()), phone.poll(lent));
    assertEquals(200, phone.fetch(lent));
    assertTrue(lent.field("headerFields", "balance").path("value").asDouble() > 0);
    awaitNothingNew(phone, own);
  }

  /** A card may be listed again while a transaction older than its change still runs. */
  private static void awaitNothingNew(AppleDevice phone, AppleDevice.Held any) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!phone.poll(any).isEmpty()) {
      assertTrue(System.nanoTime() < end, "the same is listed again and again");
      pause();
    }
  }

  @Test
  void tierAndBalanceThatMoveTogetherSayOneThing() {
    Joined zoya = join();
    AppleDevice phone = device();
    AppleDevice.Held card = phone.open(zoya.file());
    assertEquals(201, phone.register(card));
    phone.fetch(card);
    String tier = card.field("primaryFields", "tier").path("value").asString();
    assertFalse(card.field("headerFields", "balance").path("changeMessage").isMissingNode());
    pauseFor(Duration.ofMillis(1100)); // HTTP dates know whole seconds
    buy(zoya, 60_000_00);
    awaitPush(phone, 1);
    assertEquals(200, phone.fetch(card));
    assertFalse(tier.equals(card.field("primaryFields", "tier").path("value").asString()));
    assertFalse(card.field("primaryFields", "tier").path("changeMessage").isMissingNode());
    assertTrue(
        card.field("headerFields", "balance").path("changeMessage").isMissingNode(),
        "two messages would become Wallet's nondescript one");
  }
}
