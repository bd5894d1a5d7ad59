package io.kartela.service;

import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.mail.Mail;
import io.kartela.service.shop.staff.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Owners are written on Mondays how the week went: once, in their language, as the page says. */
class WeeklyLettersTest extends WithShops {
  private static final String PROGRAM =
      "'rules':["
          + earn(500)
          + "],'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  private final Queue<Mail> mails = new ConcurrentLinkedQueue<>();
  private boolean away;

  @BeforeEach
  void nothingWritten() {
    mails.clear();
    away = false;
  }

  /** A shop that sold for 400 and 100.50, and took 100 back, in the week of the 16th. */
  private Scene sold(String slug) {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene(slug, PROGRAM);
    s.shop.owner();
    s.buy(Bill.of("400").by(s.shop.member()));
    s.buy(Bill.of("100.50"));
    JsonNode _ = s.giveAllBack(s.buy(Bill.of("100")));
    return s;
  }

  private void at(String moment, TestShop shop) {
    clock.set(moment);
    maker
        .letters(
            clock,
            Optional.of(
                mail -> {
                  if (away) {
                    return new Answer.NotSent("the mail server is away");
                  }
                  mails.add(mail);
                  return new Answer.Accepted("");
                }))
        .run(shop.id());
  }

  @Test
  void onMondayAtNineAndOnce() {
    Scene s = sold("weekly");
    s.shop.as(Role.MARKETER);
    at("2026-11-23T08:59:00+03:00", s.shop);
    assertEquals(0, mails.size(), "whoever sleeps is not woken");
    at("2026-11-23T09:00:00+03:00", s.shop);
    assertEquals(1, mails.size(), "owners only");
    Mail mail = mails.remove();
    assertEquals("owner@weekly.example", mail.to());
    assertTrue(mail.subject().contains("16–22 November 2026"), mail::subject);
    assertTrue(mail.text().contains("Revenue: 500.50\u00a0₽ (0\u00a0₽; 0\u00a0₽)"), mail::text);
    assertTrue(mail.text().contains("Receipts: 2 (0; 0)"), mail::text);
    assertTrue(mail.text().contains("Average receipt: 250.25\u00a0₽"), mail::text);
    assertTrue(mail.text().contains("With a card: 80\u00a0%"), mail::text);
    assertTrue(mail.text().contains("/cabinet/figures?from=2026-11-16&to=2026-11-22"), mail::text);
    for (String later :
        List.of("2026-11-23T09:10:00", "2026-11-24T12:00:00", "2026-11-25T23:00:00")) {
      at(later + "+03:00", s.shop);
    }
    assertEquals(0, mails.size());
    // The next Monday has the empty week beside the one that was told.
    at("2026-11-30T09:00:00+03:00", s.shop);
    assertTrue(mails.remove().text().contains("Revenue: 0\u00a0₽ (500.50\u00a0₽; 0\u00a0₽)"));
    // And then there is nothing to tell.
    at("2026-12-07T09:00:00+03:00", s.shop);
    assertEquals(0, mails.size());
  }

  @Test
  void twoNodesAtOnceWriteOneLetter() throws Exception {
    Scene s = sold("weekly-nodes");
    clock.set("2026-11-23T09:00:00+03:00");
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        nodes.execute(() -> at("2026-11-23T09:00:00+03:00", s.shop));
      }
    }
    assertEquals(1, mails.size());
  }

  @Test
  void aMailServerThatIsAwayIsAskedAgainAndNotForEver() {
    Scene s = sold("weekly-away");
    away = true;
    at("2026-11-23T09:00:00+03:00", s.shop);
    away = false;
    at("2026-11-23T09:10:00+03:00", s.shop);
    assertEquals(0, mails.size(), "not at once");
    at("2026-11-23T09:30:00+03:00", s.shop);
    assertEquals(1, mails.size());
    Scene other = sold("weekly-gone");
    away = true;
    for (int hour = 9; hour < 20; hour++) {
      at("2026-11-23T%02d:00:00+03:00".formatted(hour), other.shop);
    }
    assertEquals(
        5,
        kartela.number(
            "SELECT attempts FROM kartela.weekly_letter WHERE merchant_id = " + other.shop.id()));
    away = false;
    at("2026-11-26T12:00:00+03:00", other.shop);
    assertEquals(1, mails.size(), "on Thursday it is no news");
  }

  @Test
  void whoDeclinesIsNotWrittenTo() {
    Scene s = sold("weekly-declined");
    Api owner = s.shop.ownerAgain();
    assertTrue(owner.get("/api/v1/session/letters").expect(200).path("weekly").asBoolean());
    owner.put("/api/v1/session/letters", Map.of()).refused(422, "INVALID_FIELDS");
    owner.put("/api/v1/session/letters", Map.of("weekly", false)).expect(200);
    s.shop.as(Role.MARKETER).get("/api/v1/session/letters").refused(403, "FORBIDDEN");
    at("2026-11-23T09:00:00+03:00", s.shop);
    assertEquals(0, mails.size());
    s.shop.ownerAgain().put("/api/v1/session/letters", Map.of("weekly", true)).expect(200);
    at("2026-11-23T10:00:00+03:00", s.shop);
    assertEquals(1, mails.size());
  }

  @Test
  void aRussianReadsRussian() {
    Scene s = sold("weekly-ru");
    kartela.execute("UPDATE kartela.staff SET locale = 'ru' WHERE merchant_id = " + s.shop.id());
    at("2026-11-23T09:00:00+03:00", s.shop);
    Mail mail = mails.remove();
    assertTrue(mail.subject().contains("неделя 16–22 ноября 2026"), mail::subject);
    assertTrue(mail.text().contains("Выручка: 500,50\u00a0₽"), mail::text);
  }
}
