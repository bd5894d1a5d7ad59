package io.kartela.push.max;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.SettableClock;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.Heard;
import io.kartela.push.chat.ChatEvent;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.http.Bare;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.http.Listener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MAX's own words. */
class MaxTest {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final FakeMax fake = new FakeMax("TOKEN", new SettableClock(NOW), shown -> {});
  private final Max max =
      new Max(new Max.Settings(fake.address(), "TOKEN", "", Duration.ofMillis(900)));

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, TextRefused",
    "401, CredentialRefused",
    "403, AddressRefused",
    "404, AddressRefused",
    "429, Throttled",
    "503, NotSent",
    "500, Unknown"
  })
  void whatIsSaidOfTheRequest(int code, String answer) {
    fake.trouble(new Trouble.Code(code));
    Answer said = max.send(ChatMessage.of("900004001", "x", "1"));
    assertEquals(answer, said.getClass().getSimpleName());
  }

  @Test
  void mutedUntilAndRemovedArePosted() throws Exception {
    try (Listener listener = new Listener(0)) {
      assertInstanceOf(Answer.Accepted.class, max.listen(listener.address("/hook"), "secret_1"));
      assertInstanceOf(Answer.TextRefused.class, max.listen(listener.address("/hook"), "no"));
      Instant until = NOW.plus(Duration.ofHours(8));
      fake.mute("4001", until);
      assertEquals(List.of(new ChatEvent.Muted("900004001", "4001", NOW, until)), told(listener));
      fake.unmute("4001");
      assertEquals(List.of(new ChatEvent.Unmuted("900004001", "4001", NOW)), told(listener));
      fake.remove("4001");
      assertEquals(
          List.of(new ChatEvent.Left("900004001", "4001", NOW, ChatEvent.How.REMOVED)),
          told(listener));
    }
  }

  private static List<ChatEvent> told(Listener listener) throws InterruptedException {
    Callback post = listener.next(1).getFirst();
    return new MaxUpdates("secret_1").read(post) instanceof Heard.Genuine<ChatEvent> heard
        ? heard.events()
        : List.of();
  }

  /** As captured from the real messenger in 2026, but for the contact. */
  @Test
  void aPostOfTheRealMessenger() {
    String contact =
        """
        {"timestamp": 1770679787821, "message": {"recipient": {"chat_id": -100000000,
         "chat_type": "dialog", "user_id": 10002}, "timestamp": 1770679787821,
         "body": {"mid": "mid.1", "seq": 116043270574650336, "text": "", "attachments": [
          {"type": "contact", "payload": {"vcf_info":
           "BEGIN:VCARD\\nVERSION:3.0\\nTEL;TYPE=cell:%s\\nFN:Anna\\nEND:VCARD",
           "max_info": {"user_id": %d}}}]},
         "sender": {"user_id": 10001, "first_name": "User_Name", "is_bot": false}},
         "user_locale": "ru", "update_type": "message_created"}\
        """;
    Instant at = Instant.ofEpochMilli(1770679787821L);
    assertEquals(
        List.of(new ChatEvent.OwnPhone("-100000000", "10001", at, "+79123456789")),
        read(contact.formatted("+7 (912) 345-67-89", 10001)));
    assertEquals(
        List.of(new ChatEvent.ForeignPhone("-100000000", "10001", at)),
        read(contact.formatted("79123456789", 10003)));
    assertEquals(
        List.of(new ChatEvent.ForeignPhone("-100000000", "10001", at)),
        read(contact.formatted("12", 10001)));
    assertEquals(List.of(), read(contact.formatted("1", 1).replace("\"dialog\"", "\"chat\"")));
    String start =
        contact.replaceFirst("\"text\": \"\", \"attachments\"", "\"text\": \"/start c42\", \"x\"");
    assertEquals(
        List.of(new ChatEvent.Started("-100000000", "10001", at, "c42")),
        read(start.formatted("1", 1)));
  }

  private static List<ChatEvent> read(String body) {
    return new MaxUpdates("s").read(new Callback("", body, name -> "s"))
            instanceof Heard.Genuine<ChatEvent> heard
        ? heard.events()
        : List.of();
  }

  @Test
  void theProtocolAsABareClientSeesIt() {
    fake.start("4001", "");
    String body = "{\"text\": \"hello\", \"notify\": true}";
    var to = fake.address().resolve("/messages?user_id=4001");
    Bare.Seen sent = Bare.json(to, body, Map.of("Authorization", "TOKEN"));
    assertEquals(200, sent.status());
    assertTrue(sent.json().path("message").path("body").path("mid").asString().startsWith("mid."));
    for (Map<String, String> wrong :
        List.of(Map.of("Authorization", "Bearer TOKEN"), Map.<String, String>of())) {
      Bare.Seen refused = Bare.json(to, body, wrong);
      assertEquals(401, refused.status());
      assertEquals("verify.token", refused.json().path("code").asString());
    }
    var inQuery = fake.address().resolve("/messages?user_id=4001&access_token=TOKEN");
    assertEquals(401, Bare.json(inQuery, body, Map.of()).status());
    fake.block("4001");
    Bare.Seen blocked = Bare.json(to, body, Map.of("Authorization", "TOKEN"));
    assertEquals(403, blocked.status());
    assertTrue(blocked.json().path("message").isString());
    fake.pace(1);
    Bare.json(to, body, Map.of("Authorization", "TOKEN"));
    assertEquals(429, Bare.json(to, body, Map.of("Authorization", "TOKEN")).status());
  }
}
