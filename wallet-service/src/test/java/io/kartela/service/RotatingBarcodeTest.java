package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.design.DesignVersion;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A barcode that changes with time, from the design over Google to the till. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotatingBarcodeTest {
  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Api owner = kartela.owner();
  private final Newcomer holder = Newcomer.join(kartela.api(), "+7 916 810-00-01", "Анна", true);
  private final SimulatedPhone android = SimulatedPhone.create(kartela.api(), "GOOGLE");

  @AfterAll
  void close() {
    kartela.close();
  }

  private void publish(boolean rotating) {
    JsonNode draft = owner.get("/api/v1/design/draft").expect(200);
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    document.put("rotatingBarcode", rotating);
    int revision = draft.path("revision").asInt();
    owner
        .put("/api/v1/design/draft", Map.of("revision", revision, "document", document))
        .expect(200);
    owner.post("/api/v1/design/publish", Map.of("revision", revision + 1)).expect(201);
  }

  private static String shown(JsonNode phone) {
    return phone.at("/cards/0/barcode/message").asString("");
  }

  private Answer scan(String code) {
    return kartela.register().post("/api/v1/scans", Map.of("text", code));
  }

  @Test
  void theTillKnowsWhatThePhoneShowsAndNothingElse() {
    android.add(holder.cardToken());
    String plain = shown(android.look());
    assertEquals(holder.memberId(), scan(plain).expect(200).path("memberId").asString());

    publish(true);
    android.await(phone -> shown(phone).length() == 20 + 10 + 8);
    String rotating = shown(android.look());
    assertFalse(rotating.startsWith(plain), "what was photographed before is no beginning of it");
    assertEquals(holder.memberId(), scan(rotating).expect(200).path("memberId").asString());
    char last = rotating.charAt(rotating.length() - 1);
    String forged = rotating.substring(0, rotating.length() - 1) + (last == '0' ? '1' : '0');
    scan(forged).refused(422, "ROTATING_WRONG");

    kartela.execute("UPDATE kartela.rotating_card SET sealed = 'kartela:1:00000000:' || sealed");
    scan(rotating).refused(503, "SECRET_SEALED");

    // Somebody else was at the screen: the owner gives a new secret, and the phone follows.
    owner.post("/api/v1/members/" + holder.memberId() + "/cards/rotating", Map.of()).expect(201);
    android.await(phone -> !shown(phone).startsWith(rotating.substring(0, 20)));
    assertEquals(
        holder.memberId(), scan(shown(android.look())).expect(200).path("memberId").asString());
    assertTrue(scan(rotating).status() >= 400, "the old secret is dead");

    publish(false);
    android.await(phone -> shown(phone).equals(plain));
  }

  @Test
  void thePreviewShowsThePatternWithoutASecret() {
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    document.put("rotatingBarcode", true);
    JsonNode google =
        owner
            .post("/api/v1/design/preview", Map.of("document", document))
            .expect(200)
            .at("/google/loyaltyObject");
    assertTrue(
        google.at("/rotatingBarcode/valuePattern").asString().contains("{totp_value_0}"),
        google.toString());
    assertEquals("", google.at("/rotatingBarcode/totpDetails/parameters/0/key").asString());
    assertEquals("INELIGIBLE", google.at("/passConstraints/screenshotEligibility").asString());
  }
}
