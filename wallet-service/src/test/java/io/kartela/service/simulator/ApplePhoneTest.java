package io.kartela.service.simulator;

import static io.kartela.service.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.WalletCounts;
import io.kartela.service.wallet.pass.WalletHolders;
import io.kartela.service.wallet.preview.PhoneView;
import io.kartela.service.wallet.preview.WalletRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The core of the product: a change at the service shows on the phone, by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplePhoneTest {
  private final Story story = new Story((c, result) -> {});

  @AfterAll
  void stop() {
    story.close();
  }

  private static String balance(SimulatedPhone phone) {
    return phone.cards(Lang.EN).getFirst().value("balance");
  }

  private WalletCounts counts(PassRef pass) {
    return story
        .house
        .database()
        .inTenant(
            Story.SHOP,
            c -> new WalletHolders().walletCounts(c, Story.SHOP, List.of(pass.memberId())))
        .getOrDefault(pass.memberId(), WalletCounts.NONE);
  }

  @Test
  void takesTheCardAndShowsIt() {
    PassRef pass = story.member(123_450);
    ApplePhone phone = story.phone("iPhone A");
    String serial = phone.add("https://somewhere.example/c/" + pass.token() + "?utm=qr");
    assertEquals(pass.serial(), serial);
    assertEquals(new WalletCounts(1, 0), counts(pass));
    PhoneView.Card ru = phone.cards(Lang.RU).getFirst();
    assertEquals("Бонусы", ru.headerFields().getFirst().label());
    assertEquals("1\u00a0234,50", ru.value("balance"));
    assertEquals("Серебро", ru.value("tier"));
    PhoneView.Card en = phone.cards(Lang.EN).getFirst();
    assertEquals("Bonuses", en.headerFields().getFirst().label());
    assertEquals("1,234.50", en.value("balance"));
    assertEquals("Silver", en.value("tier"));
    assertEquals("manifest 12 files, signed by Pass Type ID: pass.io.kartela.demo", en.signature());
    assertTrue(String.valueOf(en.strip()).startsWith("data:image/png;base64,"));
    assertEquals("QR", java.util.Objects.requireNonNull(en.barcode()).format());
  }

  @Test
  void aPurchaseShowsWithinASecondWithItsMessage() {
    PassRef pass = story.member(10_000);
    ApplePhone phone = story.phone("iPhone B");
    phone.add(pass.token());
    long start = System.nanoTime();
    story.change(pass, TestCards.available(15_000), "");
    until(() -> balance(phone).equals("150"));
    long millis = (System.nanoTime() - start) / 1_000_000;
    until(() -> !phone.view(Lang.RU).notices().isEmpty());
    PhoneView.Notice notice = phone.view(Lang.RU).notices().getFirst();
    assertEquals("Баланс: 150", notice.text());
    assertEquals("Кофейня «Зерно»", notice.title());
    assertEquals("Balance: 150", phone.view(Lang.EN).notices().getFirst().text());
    assertTrue(millis < 1_000, millis + " ms");
  }

  @Test
  void severalChangesMakeOneNotice() {
    PassRef pass = story.member(10_000);
    ApplePhone phone = story.phone("iPhone C");
    phone.add(pass.token());
    story.change(
        pass,
        card -> TestCards.tier(TestCards.GOLD).apply(TestCards.available(20_000).apply(card)),
        "");
    until(() -> balance(phone).equals("200"));
    until(() -> !phone.view(Lang.RU).notices().isEmpty());
    assertEquals(
        List.of("Бонусы 200 · Уровень Золото"),
        phone.view(Lang.RU).notices().stream().map(PhoneView.Notice::text).toList());
    assertEquals("rgb(201, 162, 39)", phone.cards(Lang.RU).getFirst().backgroundColor());
  }

  @Test
  void aTextOfTheShopIsShownOnTheLockScreenEveryTime() {
    PassRef pass = story.member(10_000);
    ApplePhone phone = story.phone("iPhone D");
    phone.add(pass.token());
    String payload = "{\"notify\":true,\"news\":\"Сегодня кофе за наш счёт\",\"campaign\":%d}";
    story.change(pass, card -> card, payload.formatted(1));
    until(() -> phone.view(Lang.RU).notices().size() == 1);
    story.change(pass, card -> card, payload.formatted(2));
    until(() -> phone.view(Lang.RU).notices().size() == 2);
    for (PhoneView.Notice notice : phone.view(Lang.EN).notices()) {
      assertEquals("Сегодня кофе за наш счёт", notice.text().replace("\u200b", ""));
    }
    phone.clearNotices();
    assertEquals(List.of(), phone.view(Lang.EN).notices());
  }

  @Test
  void aPhoneThatWasOffCatchesUpOnce() {
    PassRef pass = story.member(10_000);
    ApplePhone phone = story.phone("iPhone E");
    phone.add(pass.token());
    story.phones.remove(phone.pushToken());
    for (int i = 1; i <= 10; i++) {
      story.change(pass, TestCards.available(10_000 + i * 100), "");
    }
    long versions = pass.version();
    until(() -> current(pass).version() > versions);
    until(() -> outboxIsEmpty());
    assertEquals("100", balance(phone));
    phone.refresh();
    assertEquals("110", balance(phone));
    assertEquals(1, phone.view(Lang.RU).notices().size());
  }

  private PassRef current(PassRef pass) {
    return story
        .house
        .database()
        .inTenant(Story.SHOP, c -> story.passes.bySerial(c, Story.SHOP, pass.serial()))
        .orElseThrow();
  }

  private boolean outboxIsEmpty() {
    try (var c = story.house.owner().getConnection();
        var s = c.createStatement();
        var r = s.executeQuery("SELECT count(*) FROM kartela.outbox")) {
      r.next();
      return r.getLong(1) == 0;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoPhonesHoldOneCardAndOneLetsGo() {
    PassRef pass = story.member(10_000);
    ApplePhone mine = story.phone("iPhone F");
    ApplePhone spare = story.phone("iPhone G");
    mine.add(pass.token());
    spare.add(pass.token());
    assertEquals(new WalletCounts(2, 0), counts(pass));
    spare.remove(pass.serial());
    assertEquals(new WalletCounts(1, 0), counts(pass));
    assertEquals(List.of(), spare.cards(Lang.RU));
    story.change(pass, TestCards.available(33_300), "");
    until(() -> balance(mine).equals("333"));
  }

  @Test
  void oneTierHearsTheOthersDoNot() {
    List<ApplePhone> phones = new ArrayList<>();
    List<PassRef> members = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      members.add(story.member(1_000));
      phones.add(story.phone("iPhone T" + i));
      phones.getLast().add(members.getLast().token());
    }
    for (int i = 0; i < 3; i++) {
      story.change(members.get(i), card -> card, "{\"news\":\"Только для золота\",\"campaign\":3}");
    }
    until(() -> phones.subList(0, 3).stream().allMatch(p -> p.view(Lang.RU).notices().size() == 1));
    for (ApplePhone phone : phones.subList(3, 6)) {
      assertEquals(List.of(), phone.view(Lang.RU).notices());
    }
  }

  @Test
  void refusesWhatIsNoCard() {
    ApplePhone phone = story.phone("iPhone H");
    Assertions.assertThrows(WalletRefused.class, () -> phone.add("https://example.org/"));
    WalletRefused unknown =
        Assertions.assertThrows(WalletRefused.class, () -> phone.add("rs-" + "a".repeat(26)));
    assertEquals("the download answers 404", unknown.reason());
  }

  @Test
  void manyPushesAtOnceLeaveThePhoneUpToDate() {
    PassRef pass = story.member(0);
    ApplePhone phone = story.phone("iPhone I");
    phone.add(pass.token());
    for (int i = 1; i <= 60; i++) {
      story.change(pass, TestCards.available(i * 100L), "");
    }
    until(() -> balance(phone).equals("60"));
  }

  @Test
  void waitingForAChangeEnds() throws Exception {
    PassRef pass = story.member(0);
    ApplePhone phone = story.phone("iPhone J");
    long before = phone.revision();
    assertEquals(before, phone.await(before, Duration.ofMillis(50)));
    phone.add(pass.token());
    assertTrue(phone.await(before, Duration.ofSeconds(5)) > before);
  }
}
