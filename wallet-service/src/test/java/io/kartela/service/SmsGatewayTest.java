package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.http.FakeVendor;
import io.kartela.push.sms.FakeSmsRu;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Sign-ups through a real gateway's client, while the gateway is well and while it is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsGatewayTest {
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  private final TestClock clock = new TestClock();
  private final FakeSmsRu fake = new FakeSmsRu("the-key", clock, text -> {});
  private final TestKartela kartela =
      TestKartela.startWith(
          clock,
          false,
          Map.of(
              "KARTELA_SMS_GATEWAY", "smsru",
              "KARTELA_SMSRU_API_ID", "the-key",
              "KARTELA_SMSRU_SENDER", "ZERNO",
              "KARTELA_SMSRU_ADDRESS", fake.address().toString()));

  @BeforeEach
  void well() {
    fake.trouble(new FakeVendor.Trouble.None());
    fake.balance("1000.00");
  }

  @AfterAll
  void close() {
    kartela.close();
    fake.close();
  }

  private Answer ask(String phone) {
    return kartela
        .api()
        .post(
            "/api/v1/public/shops/zerno/sign-ups",
            Map.of("phone", phone, "name", "Anna", "consentTerms", true, "consentData", true));
  }

  private String code(String phone) {
    String text =
        fake.taken().stream().filter(t -> t.phone().equals(phone)).findFirst().orElseThrow().text();
    var matcher = CODE.matcher(text);
    assertTrue(matcher.find(), text);
    return matcher.group();
  }

  private void join(Answer asked, String phone) {
    String id = asked.expect(202).path("signUpId").asString();
    kartela
        .api()
        .post("/api/v1/public/sign-ups/" + id + "/confirm", Map.of("code", code(phone)))
        .expect(200);
  }

  @Test
  void aCodeComesBySms() {
    join(ask("+79167780001"), "+79167780001");
    assertEquals("ZERNO", fake.taken().getFirst().sender());
  }

  /** The text was taken and the answer lost: one text, and its code counts. */
  @Test
  void aLostAnswerSendsNoSecondTextAndStillLetsIn() {
    fake.trouble(new FakeVendor.Trouble.Drop());
    Answer asked = ask("+79167780002");
    assertEquals(1, fake.taken().stream().filter(t -> t.phone().equals("+79167780002")).count());
    join(asked, "+79167780002");
  }

  @Test
  void aNumberThatNothingReachesIsSaidSo() {
    fake.number("+79167780003", 207);
    ask("+79167780003").refused(422, "PHONE_UNREACHABLE");
    // Nothing went out, so nobody waits a minute.
    fake.number("+79167780003", 100);
    join(ask("+79167780003"), "+79167780003");
  }

  @Test
  void anEmptyAccountAndARefusedKeyAreTheOperatorsTrouble() {
    fake.balance("0.50");
    ask("+79167780004").refused(503, "SMS_UNAVAILABLE");
    fake.trouble(new FakeVendor.Trouble.Code(301));
    ask("+79167780004").refused(503, "SMS_UNAVAILABLE");
    fake.trouble(new FakeVendor.Trouble.Code(206));
    Answer throttled = ask("+79167780004");
    throttled.refused(503, "SMS_UNAVAILABLE");
    assertEquals("600", throttled.header("Retry-After"));
    String metrics = kartela.api().get("/metrics").expectStatus(200).text();
    for (String result : new String[] {"outofmoney", "credentialrefused", "throttled"}) {
      assertTrue(
          metrics.contains("kartela_sms_sent_total{result=\"" + result + "\"}"),
          () -> result + " is not in\n" + metrics);
    }
    well();
    join(ask("+79167780004"), "+79167780004");
  }

  /** Nobody gets a code: the operator is told within minutes, and that it is over. */
  @Test
  void aGatewayThatAnswersNobodyIsTold() {
    fake.trouble(new FakeVendor.Trouble.Status(502));
    for (int i = 0; i < 3; i++) {
      ask("+7916778001" + i).expect(202); // it may have been sent
    }
    assertTrue(health().path("silentVendors").isEmpty(), "a moment's silence is everyday");
    clock.plus(Duration.ofMinutes(2));
    JsonNode health = health();
    assertEquals("SMS", health.at("/silentVendors/0/vendor").asString(), health::toString);
    assertEquals("DEGRADED", health.at("/checks/silentVendors").asString());
    assertEquals("UP", health.path("status").asString(), "a node that serves stays in rotation");
    JsonNode attention = kartela.owner().get("/api/v1/attention").expect(200);
    assertEquals("SMS", attention.at("/silentVendors/0/vendor").asString(), attention::toString);
    fake.trouble(new FakeVendor.Trouble.None());
    join(ask("+79167780020"), "+79167780020");
    assertEquals("UP", health().at("/checks/silentVendors").asString());
  }

  private JsonNode health() {
    return kartela.api().get("/health").expect(200);
  }
}
