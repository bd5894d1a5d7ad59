package io.kartela.service;

import static io.kartela.service.Eventually.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Phones out of reach, with tokens of yesterday, and with cards that are only tried on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonesOnHandTest {
  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Api owner = kartela.owner();

  @AfterAll
  void close() {
    kartela.close();
  }

  private void credit(Newcomer member, long amount) {
    owner
        .post(
            "/api/v1/members/" + member.memberId() + "/adjustments",
            Map.of("amount", amount, "reason", "test"))
        .expect(201);
  }

  private static String address(SimulatedPhone phone) {
    return "/simulator/phones/" + phone.id();
  }

  @Test
  void aPhoneOutOfReachCatchesUpWithOneNotice() {
    Newcomer anna = Newcomer.join(kartela.api(), "+7 916 400-00-01", "Анна", true);
    for (String platform : List.of("APPLE", "GOOGLE")) {
      SimulatedPhone phone = SimulatedPhone.create(kartela.api(), platform);
      phone.add(anna.cardToken());
      SimulatedPhone other = SimulatedPhone.create(kartela.api(), platform);
      other.add(anna.cardToken());
      String before = phone.value("balance");
      kartela.api().put(address(phone), Map.of("online", false)).expect(200);
      credit(anna, 100_00);
      String between = changed(other, before);
      credit(anna, 100_00);
      String after = changed(other, between);
      assertEquals(before, phone.value("balance"), platform);
      assertTrue(phone.notices().isEmpty(), platform);
      JsonNode back = kartela.api().put(address(phone), Map.of("online", true)).expect(200);
      assertTrue(back.path("online").asBoolean());
      phone.await(p -> SimulatedPhone.value(p, "balance").equals(after));
      until(() -> !phone.notices().isEmpty());
    }
  }

  private static String changed(SimulatedPhone phone, String before) {
    phone.await(p -> !SimulatedPhone.value(p, "balance").equals(before));
    return phone.value("balance");
  }

  @Test
  void aRenewedTokenIsLearnedAndADeadOneDropped() {
    Newcomer boris = Newcomer.join(kartela.api(), "+7 916 400-00-02", "Борис", true);
    SimulatedPhone phone = SimulatedPhone.create(kartela.api(), "APPLE");
    phone.add(boris.cardToken());
    String old = phone.look().path("pushToken").asString();
    assertEquals(1, devices(old));

    kartela.api().post(address(phone) + "/push-token", Map.of("tell", true)).expect(200);
    String fresh = phone.look().path("pushToken").asString();
    assertNotEquals(old, fresh);
    assertEquals(0, devices(old));
    assertEquals(1, devices(fresh));
    String before = phone.value("balance");
    credit(boris, 50_00);
    phone.await(p -> !SimulatedPhone.value(p, "balance").equals(before));

    // A wiped phone tells nobody: the service learns from APNs' 410 and forgets it.
    String then = phone.value("balance");
    kartela.api().post(address(phone) + "/push-token", Map.of("tell", false)).expect(200);
    assertEquals(1, devices(fresh));
    credit(boris, 50_00);
    until(() -> devices(fresh) == 0);
    assertEquals(then, phone.value("balance"));
  }

  /** How many devices the service would push to under a token that begins like this. */
  private long devices(String token) {
    return kartela.number(
        "SELECT count(*) FROM kartela.apple_device WHERE push_token LIKE '" + token + "%'");
  }

  @Test
  void aDesignIsTriedOnWithoutBeingPublished() {
    for (String platform : List.of("APPLE", "GOOGLE")) {
      SimulatedPhone phone = SimulatedPhone.create(kartela.api(), platform);
      JsonNode preview = owner.post("/api/v1/design/preview", Map.of()).expect(200);
      kartela.api().post(address(phone) + "/samples", preview).expect(200);
      // Google's own places are short of characters and say the amount as text.
      String usual = platform.equals("APPLE") ? "1,234.50" : "1234,50";
      assertEquals(usual, phone.value("balance"), platform);
      assertTrue(phone.look().at("/cards/0/logo").asString().startsWith("data:image/png"));
      assertTrue(phone.notices().isEmpty());

      JsonNode richer =
          owner.post("/api/v1/design/preview", Map.of("balance", 200_000)).expect(200);
      kartela.api().post(address(phone) + "/samples", richer).expect(200);
      assertEquals("2,000", phone.value("balance"), platform);
      assertEquals(1, phone.notices().size(), platform);
      assertTrue(phone.notices().getFirst().contains("2,000"), platform);

      kartela.api().delete(address(phone) + "/cards/sample").expect(200);
      assertTrue(phone.look().path("cards").isEmpty());
    }
  }
}
