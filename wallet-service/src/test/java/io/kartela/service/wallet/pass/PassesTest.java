package io.kartela.service.wallet.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.db.DatabaseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PassesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.700Z");
  private static TestHouse house;

  private final Passes passes = new Passes(InstantSource.fixed(NOW));

  @BeforeAll
  static void open() {
    house = new TestHouse();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private PassRef create(long merchantId, long memberId) {
    return house.database().inTenant(merchantId, c -> passes.create(c, merchantId, memberId));
  }

  private PassRef read(PassRef pass) {
    return house
        .database()
        .inTenant(pass.merchantId(), c -> passes.bySerial(c, pass.merchantId(), pass.serial()))
        .orElseThrow();
  }

  @Test
  void serialAndTokenCarryTheMerchantAndAreUnguessable() {
    PassRef pass = create(1_234_567, 1);
    assertEquals(OptionalLong.of(1_234_567), Passes.merchantOf(pass.serial()));
    assertEquals(OptionalLong.of(1_234_567), Passes.merchantOf(pass.token()));
    assertTrue(pass.serial().matches("qglj-[a-z2-7]{26}"), pass.serial());
    assertNotEquals(pass.serial(), pass.token());
    assertFalse(pass.toString().contains(pass.token()));
    assertFalse(pass.toString().contains(pass.authToken()));
  }

  @Test
  void strangeNamesBelongToNobody() {
    for (String name :
        List.of(
            "",
            "-",
            "1-a",
            "qglj-" + "a".repeat(25),
            "qglj-" + "1".repeat(26),
            "Q-" + "a".repeat(26),
            "zzzzzzzzzzzzz-" + "a".repeat(26),
            "qglj" + "a".repeat(26))) {
      assertEquals(OptionalLong.empty(), Passes.merchantOf(name), name);
    }
  }

  @Test
  void randomPartsDiffer() {
    PassNames names = new PassNames();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      assertTrue(seen.add(names.next(7)));
    }
  }

  @Test
  void twentyAtOnceGetTheSameCard() throws Exception {
    List<Callable<PassRef>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> create(2, 77));
    }
    Set<String> serials = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<PassRef> one : threads.invokeAll(calls)) {
        serials.add(one.get().serial());
      }
    }
    assertEquals(1, serials.size());
  }

  @Test
  void everyChangeHasItsOwnSecond() {
    PassRef pass = create(3, 1);
    assertEquals(Instant.parse("2026-11-21T12:00:00Z"), pass.modifiedAt());
    for (int i = 1; i <= 3; i++) {
      house.database().inTenant(3, c -> passes.touch(c, 3, List.of(1L)));
      PassRef now = read(pass);
      assertEquals(1 + i, now.version());
      assertEquals(pass.modifiedAt().plusSeconds(i), now.modifiedAt());
    }
  }

  @Test
  void aMessageWithTheSameKeyIsShownOnce() {
    PassRef pass = create(4, 1);
    news(4, 1, "Кофе за наш счёт", "k1");
    PassRef first = read(pass);
    news(4, 1, "Кофе за наш счёт", "k1");
    assertEquals(first, read(pass));
    news(4, 1, "Кофе за наш счёт", "k2");
    PassRef again = read(pass);
    assertEquals(first.version() + 1, again.version());
    assertEquals(
        "Кофе за наш счёт\u200b", again.news(), "Wallet announces only a value that differs");
    news(4, 1, "Кофе за наш счёт", "k3");
    assertEquals("Кофе за наш счёт", read(pass).news());
  }

  private void news(long merchantId, long memberId, String text, String key) {
    house
        .database()
        .inTenant(merchantId, c -> passes.setNews(c, merchantId, List.of(memberId), text, key));
  }

  @Test
  void aVoidedCardIsReplaced() {
    PassRef old = create(5, 1);
    assertEquals(
        Optional.of(old.serial()), house.database().inTenant(5, c -> passes.voidPass(c, 5, 1)));
    assertEquals(Optional.empty(), house.database().inTenant(5, c -> passes.voidPass(c, 5, 1)));
    assertTrue(read(old).voided());
    PassRef next = create(5, 1);
    assertNotEquals(old.serial(), next.serial());
    assertNotEquals(old.token(), next.token());
    assertEquals(next, house.database().inTenant(5, c -> passes.byMember(c, 5, 1)).orElseThrow());
  }

  @Test
  void anotherMerchantSeesAndTouchesNothing() {
    PassRef pass = create(6, 1);
    assertTrue(house.database().inTenant(7, c -> passes.bySerial(c, 6, pass.serial())).isEmpty());
    house.database().inTenant(7, c -> passes.touch(c, 6, List.of(1L)));
    assertEquals(pass, read(pass));
    Assertions.assertThrows(
        DatabaseException.class, () -> house.database().inTenant(7, c -> passes.create(c, 6, 2)));
    assertEquals(
        WalletCounts.NONE, house.database().inTenant(7, c -> new WalletHolders().totals(c, 6)));
  }
}
