package io.kartela.push.vk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.push.SettableClock;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.Heard;
import io.kartela.push.chat.ChatEvent;
import io.kartela.push.chat.ChatMessage;
import io.kartela.push.http.Bare;
import io.kartela.push.http.FakeVendor.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VK's own words. */
class VkTest {
  private final FakeVk fake =
      new FakeVk("TOKEN", 77, new SettableClock(Instant.parse("2026-11-28T09:00:00Z")), s -> {});
  private final Vk vk = new Vk(new Vk.Settings(fake.address(), "TOKEN", Duration.ofMillis(900)));

  @AfterEach
  void close() {
    fake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "5, CredentialRefused",
    "6, Throttled",
    "9, Throttled",
    "29, Throttled",
    "10, NotSent",
    "18, AddressRefused",
    "900, AddressRefused",
    "901, AddressRefused",
    "902, AddressRefused",
    "936, AddressRefused",
    "950, AddressRefused",
    "914, TextRefused",
    "943, TextRefused",
    "944, TextRefused",
    "1, Unknown"
  })
  void whatIsSaidOfTheRequest(int code, String answer) {
    fake.trouble(new Trouble.Code(code));
    assertEquals(answer, vk.send(ChatMessage.of("4001", "x", "1")).getClass().getSimpleName());
  }

  @Test
  void theConfirmationIsGivenToOurCommunityOnly() {
    VkEvents events = new VkEvents("77", "secret", "a1b2c3");
    assertEquals(
        new Heard.Genuine<ChatEvent>(List.of(), "a1b2c3"),
        events.read(post("{\"type\": \"confirmation\", \"group_id\": 77}")));
    assertInstanceOf(
        Heard.Foreign.class, events.read(post("{\"type\": \"confirmation\", \"group_id\": 78}")));
  }

  @Test
  void whoComesByALinkIntoTheDialogueIsKnownByIt() {
    String body =
        """
        {"type": "message_new", "group_id": 77, "secret": "s", "object": {"message":
         {"from_id": 4001, "peer_id": %d, "date": 1764320000, "text": "Hi", "ref": "card-17"}}}\
        """;
    Instant at = Instant.ofEpochSecond(1764320000);
    VkEvents events = new VkEvents("77", "s", "");
    assertEquals(
        new Heard.Genuine<ChatEvent>(
            List.of(new ChatEvent.Started("4001", "4001", at, "card-17")), "ok"),
        events.read(post(body.formatted(4001))));
    assertEquals(
        new Heard.Genuine<ChatEvent>(List.of(), "ok"),
        events.read(post(body.formatted(2_000_000_001))),
        "several people in one conversation");
  }

  private static Callback post(String body) {
    return new Callback("", body, name -> null);
  }

  @Test
  void theProtocolAsABareClientSeesIt() {
    fake.start("4001", "");
    var to = fake.address().resolve("/method/messages.send");
    String form = "access_token=TOKEN&v=5.199&peer_ids=4001,4002&random_id=5&message=hello";
    Bare.Seen sent = Bare.form(to, form);
    assertEquals(200, sent.status());
    var verdicts = sent.json().path("response");
    assertEquals(4001, verdicts.path(0).path("peer_id").asInt());
    assertEquals(1, verdicts.path(0).path("message_id").asInt());
    assertEquals(901, verdicts.path(1).path("error").path("code").asInt());
    Bare.Seen again = Bare.form(to, form);
    assertEquals(1, again.json().path("response").path(0).path("message_id").asInt());
    assertEquals(1, fake.taken().size(), "one random_id is one message");
    Bare.Seen wrong = Bare.form(to, form.replace("TOKEN", "X"));
    assertEquals(200, wrong.status());
    assertEquals(5, wrong.json().path("error").path("error_code").asInt());
    fake.pace(1);
    Bare.form(to, form);
    assertEquals(6, Bare.form(to, form).json().path("error").path("error_code").asInt());
  }
}
