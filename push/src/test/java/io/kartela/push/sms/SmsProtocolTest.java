package io.kartela.push.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.SettableClock;
import io.kartela.push.callback.Callback;
import io.kartela.push.callback.Heard;
import io.kartela.push.http.Bare;
import io.kartela.push.http.Bare.Seen;
import io.kartela.push.http.FakeCallbacks;
import io.kartela.push.http.Listener;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stand-ins as a client written from the vendors' facts alone sees them. */
class SmsProtocolTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));

  @Test
  void smsRu() {
    try (FakeSmsRu fake = new FakeSmsRu("KEY", clock, text -> {})) {
      Seen sent =
          Bare.form(
              fake.address().resolve("/sms/send"),
              "json=1&api_id=KEY&to=79123456789&msg=%D0%9A%D0%BE%D0%B4&from=ZERNO&ttl=10");
      assertEquals(200, sent.status());
      assertEquals("OK", sent.json().path("status").asString());
      assertEquals(100, sent.json().path("status_code").asInt());
      var one = sent.json().path("sms").path("79123456789");
      assertEquals("OK", one.path("status").asString());
      assertTrue(sent.json().path("balance").isNumber());
      String id = one.path("sms_id").asString();
      Seen status =
          Bare.form(
              fake.address().resolve("/sms/status"), "json=1&api_id=KEY&sms_id=" + id + ",nope");
      assertEquals(103, status.json().path("sms").path(id).path("status_code").asInt());
      assertEquals(-1, status.json().path("sms").path("nope").path("status_code").asInt());
      Seen wrong =
          Bare.form(fake.address().resolve("/sms/send"), "json=1&api_id=X&to=79123456789&msg=1");
      assertEquals(200, wrong.status());
      assertEquals("ERROR", wrong.json().path("status").asString());
      assertEquals(200, wrong.json().path("status_code").asInt());
      Seen test =
          Bare.form(
              fake.address().resolve("/sms/send"),
              "json=1&api_id=KEY&to=79123456789&msg=trial&test=1");
      assertEquals(100, test.json().path("status_code").asInt());
      assertEquals(1, fake.taken().size(), "a trial is not sent");
    }
  }

  @Test
  void smsRuPostsFourLinesAndAHash() throws Exception {
    try (Listener listener = new Listener(0);
        FakeSmsRu fake = new FakeSmsRu("KEY", clock, text -> {})) {
      fake.receiptsTo(listener.address("/"), FakeCallbacks.Habits.GOOD);
      Bare.form(fake.address().resolve("/sms/send"), "json=1&api_id=KEY&to=79123456789&msg=hello");
      Map<String, String> form = listener.next(1).getFirst().form();
      String data = form.get("data[0]");
      assertTrue(data != null && data.matches("sms_status\\n000000-1\\n10[23]\\n[0-9]{10}"), data);
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("KEY" + data).getBytes(StandardCharsets.UTF_8));
      assertEquals(HexFormat.of().formatHex(digest), form.get("hash"));
    }
  }

  @Test
  void smsc() {
    try (FakeSmsc fake = new FakeSmsc("shop", "psw", clock, text -> {})) {
      String who = "login=shop&psw=psw&fmt=3&charset=utf-8";
      Seen sent =
          Bare.form(
              fake.address().resolve("/sys/send.php"),
              who + "&phones=79123456789&id=77&cost=3&mes=" + "a".repeat(161));
      assertEquals(200, sent.status());
      assertEquals("77", sent.json().path("id").asString());
      assertEquals(2, sent.json().path("cnt").asInt());
      assertEquals("9.98", sent.json().path("cost").asString());
      Seen again =
          Bare.form(
              fake.address().resolve("/sys/send.php"),
              who + "&phones=79123456789&id=77&mes=" + "a".repeat(161));
      assertEquals(200, again.status(), "refusals come with HTTP 200");
      assertEquals(9, again.json().path("error_code").asInt());
      assertTrue(again.json().path("error").isString());
      Seen status =
          Bare.form(fake.address().resolve("/sys/status.php"), who + "&phone=79123456789&id=77");
      assertEquals(1, status.json().path("status").asInt());
      Seen unknown =
          Bare.form(fake.address().resolve("/sys/status.php"), who + "&phone=79123456780&id=77");
      assertEquals(-3, unknown.json().path("status").asInt());
      Seen several =
          Bare.form(
              fake.address().resolve("/sys/status.php"),
              who + "&phone=79123456789,79123456780,&id=77,78,");
      assertEquals(1, several.json().path(0).path("status").asInt());
      assertEquals("77", several.json().path(0).path("id").asString());
      assertEquals(-3, several.json().path(1).path("status").asInt());
      Seen wrong =
          Bare.form(
              fake.address().resolve("/sys/send.php"), "login=shop&psw=x&phones=7912&mes=1&fmt=3");
      assertEquals(2, wrong.json().path("error_code").asInt());
    }
  }

  @Test
  void smsAero() {
    try (FakeSmsAero fake = new FakeSmsAero("a@b.example", "key", clock, text -> {})) {
      Map<String, String> who =
          Map.of(
              "Authorization",
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString("a@b.example:key".getBytes(StandardCharsets.UTF_8)));
      Seen sent =
          Bare.json(
              fake.address().resolve("/v2/sms/send"),
              "{\"number\": \"79123456789\", \"text\": \"hello\", \"sign\": \"ZERNO\"}",
              who);
      assertTrue(sent.json().path("success").asBoolean());
      assertEquals(0, sent.json().path("data").path("status").asInt());
      assertEquals("queue", sent.json().path("data").path("extendStatus").asString());
      Seen status =
          Bare.json(
              fake.address().resolve("/v2/sms/status"),
              "{\"id\": " + sent.json().path("data").path("id").asLong() + "}",
              who);
      assertEquals("delivery", status.json().path("data").path("extendStatus").asString());
      Seen wrong = Bare.json(fake.address().resolve("/v2/sms/send"), "{}", Map.of());
      assertEquals(401, wrong.status());
      assertEquals(false, wrong.json().path("success").asBoolean(true));
    }
  }

  /** Every text names the address for its receipts, which nobody has to enter anywhere. */
  @Test
  void smsAeroPostsWhereTheTextSaid() throws Exception {
    try (Listener listener = new Listener(0);
        FakeSmsAero fake = new FakeSmsAero("a@b.example", "key", clock, text -> {});
        SmsAero aero =
            new SmsAero(
                new SmsAero.Settings(
                    fake.address(),
                    "a@b.example",
                    "key",
                    "ZERNO",
                    listener.address("/r?key=s3"),
                    Duration.ofSeconds(2)))) {
      Answer taken = aero.send(new TextMessage("+79123456789", "hello", "1"));
      for (Callback post : listener.next(2)) {
        assertTrue(
            new AeroReports("s3").read(post) instanceof Heard.Genuine<Report> heard
                && taken.equals(new Answer.Accepted(heard.events().getFirst().vendorId())));
      }
    }
  }

  @Test
  void exolve() {
    try (FakeExolve fake = new FakeExolve("key", clock, text -> {})) {
      Seen sent =
          Bare.json(
              fake.address().resolve("/messaging/v1/SendSMS"),
              "{\"number\": \"ZERNO\", \"destination\": \"79123456789\", \"text\": \"hello\"}",
              Map.of("Authorization", "Bearer key"));
      assertEquals(200, sent.status());
      assertTrue(sent.json().path("message_id").asString().matches("[0-9]+"));
      assertEquals(
          401, Bare.json(fake.address().resolve("/messaging/v1/SendSMS"), "{}", Map.of()).status());
    }
  }
}
