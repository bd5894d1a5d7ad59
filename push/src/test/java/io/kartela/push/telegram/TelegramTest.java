package io.kartela.push.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.SettableClock;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.chat.FakeMessenger.State;
import io.kartela.push.http.Bare;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.http.Listener;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telegram's own words. */
class TelegramTest {
  private static final String TOKEN = "123456:AA-token_of_ours";

  private final FakeTelegram fake =
      new FakeTelegram(
          TOKEN, new SettableClock(Instant.parse("2026-11-28T09:00:00Z")), shown -> {});
  private final Telegram telegram =
      new Telegram(new Telegram.Settings(fake.address(), TOKEN, Duration.ofMillis(900)));

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, TextRefused",
    "401, CredentialRefused",
    "403, AddressRefused",
    "404, CredentialRefused",
    "429, Throttled",
    "500, Unknown",
    "409, Unknown"
  })
  void whatIsSaidOfTheRequest(int code, String answer) {
    fake.trouble(new Trouble.Code(code));
    Answer said = telegram.send(ChatMessage.of("4001", "x", "1"));
    assertEquals(answer, said.getClass().getSimpleName());
    if (said instanceof Answer.Throttled throttled) {
      assertEquals(Duration.ofSeconds(3), throttled.after());
    }
  }

  @Test
  void whoNeverCameIsToldFromWhoLeft() {
    assertEquals(
        new Answer.AddressRefused("400 chat not found", AddressFate.DEAD),
        telegram.send(ChatMessage.of("4001", "x", "1")));
    fake.silently("4001", State.BLOCKED);
    assertEquals(
        new Answer.AddressRefused("403 blocked", AddressFate.DEAD),
        telegram.send(ChatMessage.of("4001", "x", "1")));
    fake.silently("4001", State.GONE);
    assertEquals(
        new Answer.AddressRefused("403 deactivated", AddressFate.DEAD),
        telegram.send(ChatMessage.of("4001", "x", "1")));
  }

  /** One keyboard is all a message has: the link then stands in the words. */
  @Test
  void aLinkBesideTheButtonForThePhoneIsNotLost() {
    fake.start("4001", "");
    ChatMessage.Link link = new ChatMessage.Link("Card", URI.create("https://shop.example/c"));
    telegram.send(new ChatMessage("4001", "Your phone?", "1", link, "Give"));
    assertEquals("Your phone?\nhttps://shop.example/c", fake.taken().getFirst().text());
    assertEquals(List.of("Give"), fake.taken().getFirst().buttons());
  }

  @Test
  void theWebhookIsSet() throws Exception {
    try (Listener listener = new Listener(0)) {
      assertInstanceOf(Answer.Accepted.class, telegram.listen(listener.address("/h"), "s3"));
      fake.write("4001", "hello");
      assertEquals(
          "s3", listener.next(1).getFirst().header().apply("X-Telegram-Bot-Api-Secret-Token"));
    }
  }

  @Test
  void theProtocolAsABareClientSeesIt() {
    fake.start("4001", "");
    String body = "{\"chat_id\": 4001, \"text\": \"hello\"}";
    URI to = fake.address().resolve("/bot" + TOKEN + "/sendMessage");
    Bare.Seen sent = Bare.json(to, body, Map.of());
    assertEquals(200, sent.status());
    assertEquals(true, sent.json().path("ok").asBoolean());
    assertEquals(1, sent.json().path("result").path("message_id").asInt());
    Bare.Seen wrong = Bare.json(fake.address().resolve("/bot1:other/sendMessage"), body, Map.of());
    assertEquals(401, wrong.status());
    assertEquals(401, wrong.json().path("error_code").asInt());
    fake.block("4001");
    Bare.Seen blocked = Bare.json(to, body, Map.of());
    assertEquals(403, blocked.status());
    assertEquals(
        "Forbidden: bot was blocked by the user", blocked.json().path("description").asString());
    fake.pace(1);
    Bare.json(to, body, Map.of());
    Bare.Seen hasty = Bare.json(to, body, Map.of());
    assertEquals(429, hasty.status());
    assertEquals(1, hasty.json().path("parameters").path("retry_after").asInt());
    assertEquals("1", hasty.headers().firstValue("Retry-After").orElse(""));
  }
}
