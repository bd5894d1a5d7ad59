package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A lost phone with the card in Google Wallet, and a link to the new card in a message. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostAndroidTest {
  private static final String PHONE = "+7 916 820-00-01";

  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Api owner = kartela.owner();
  private final Newcomer anna = Newcomer.join(kartela.api(), PHONE, "Lost Anna", true);
  private final SimulatedPhone lost = SimulatedPhone.create(kartela.api(), "GOOGLE");
  private final SimulatedPhone fresh = SimulatedPhone.create(kartela.api(), "GOOGLE");

  @AfterAll
  void close() {
    kartela.close();
  }

  private static String shown(JsonNode phone) {
    return phone.at("/cards/0/barcode/message").asString("");
  }

  private void rotate() {
    ObjectNode document =
        (ObjectNode)
            Http.JSON.readTree(
                owner.get("/api/v1/design/draft").expect(200).path("document").toString());
    document.put("rotatingBarcode", true);
    owner.put("/api/v1/design/draft", Map.of("revision", 0, "document", document)).expect(200);
    owner.post("/api/v1/design/publish", Map.of("revision", 1)).expect(201);
  }

  private Answer scan(String code) {
    return kartela.register().post("/api/v1/scans", Map.of("text", code));
  }

  @Test
  void theObjectLosesEverythingOfTheMember() {
    lost.add(anna.cardToken());
    String plain = shown(lost.look());
    rotate();
    lost.await(phone -> shown(phone).length() == 38);
    String rotating = shown(lost.look());
    assertEquals(anna.memberId(), scan(rotating).expect(200).path("memberId").asString());

    JsonNode reissued =
        owner
            .post(
                "/api/v1/members/" + anna.memberId() + "/cards/reissue",
                Map.of("reason", "PHONE_LOST", "send", true))
            .expect(201);
    assertTrue(reissued.path("sent").asBoolean(), reissued::toString);
    lost.await(phone -> phone.at("/cards/0/voided").asBoolean());
    String card = lost.look().at("/cards/0").toString();
    assertEquals("", shown(lost.look()));
    for (String secret : List.of(plain, rotating.substring(0, 20), "Lost Anna", anna.cardToken())) {
      assertFalse(card.contains(secret), secret + " in " + card);
    }
    scan(plain).refused(422, "CARD_REPLACED");
    assertTrue(scan(rotating).status() >= 400, "the changing code is dead");
    kartela
        .api()
        .with("Accept", "application/json")
        .get("/c/" + anna.cardToken() + "/google")
        .refused(422, "CARD_REPLACED");

    String url = reissued.path("cardUrl").asString();
    JsonNode letter = kartela.api().get("/simulator/messages").expect(200).at("/items/0");
    assertTrue(letter.path("text").asString().contains(url), letter::toString);
    String token = url.substring(url.lastIndexOf('/') + 1);
    fresh.add(token);
    fresh.await(phone -> shown(phone).length() == 38);
    assertEquals(
        anna.memberId(), scan(shown(fresh.look())).expect(200).path("memberId").asString());
    assertEquals("", shown(lost.look()));
    assertEquals(
        2, kartela.number("SELECT count(*) FROM kartela.google_object"), "each card has its own");
  }
}
