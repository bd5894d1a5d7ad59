package io.kartela.service.wallet.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.DesignReader;
import io.kartela.service.wallet.design.DesignVersion;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.TestCards;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GoogleContentTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final PassRef PASS =
      new PassRef(1, 2, "1-s", "1-t", "0123456789abcdef", 3, NOW, NOW, null, NOW, false);

  private static PassReader.Card card(CardContent content, Map<String, Object> changes) {
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    changes.forEach((name, value) -> document.set(name, Http.JSON.valueToTree(value)));
    CardDesign design =
        DesignReader.read(document.toString(), new DesignReader.Surroundings(Map.of(), null, true))
            .design();
    assertNotNull(design);
    return new PassReader.Card(PASS, content, new DesignVersion(1, 1, design, Map.of()));
  }

  private static JsonNode json(Map<String, Object> content) {
    return Http.JSON.valueToTree(content);
  }

  private static GoogleContent content(String issuer) {
    return new GoogleContent(
        issuer, new GoogleAddresses(() -> URI.create("https://cards.example"), text -> "mark"));
  }

  private static JsonNode object(PassReader.Card card) {
    return json(content("3388000000012345678").object(card, null));
  }

  /** Google's issuers have nineteen digits: no terminal reads a class that names none. */
  @Test
  void smartTapNamesTheIssuerWhateverItsLength() {
    PassReader.Card card = card(TestCards.card(1, 2, 0), Map.of("nfc", true));
    for (String issuer : List.of("1990", "338800000001234567", "3388000000012345678")) {
      JsonNode type = json(content(issuer).loyaltyClass(card));
      assertTrue(type.path("enableSmartTap").asBoolean(), issuer);
      assertEquals("[\"" + issuer + "\"]", type.path("redemptionIssuers").toString());
    }
    JsonNode none = json(content("installation").loyaltyClass(card));
    assertTrue(none.path("enableSmartTap").isMissingNode(), none.toString());
  }

  /** Its ITF has fourteen digits, a card's code has twenty. */
  @Test
  void aFormatThatGoogleCannotWriteGivesWayToTheNext() {
    CardContent content = TestCards.card(1, 2, 0);
    Map<List<String>, String> shown =
        Map.of(
            List.of("ITF", "CODE128"), "CODE_128",
            List.of("ITF", "EAN13", "PDF417"), "PDF_417",
            List.of("CODABAR", "QR"), "CODABAR",
            List.of("CODE39", "QR"), "CODE_39",
            List.of("AZTEC"), "AZTEC");
    shown.forEach(
        (barcodes, type) -> {
          JsonNode barcode = object(card(content, Map.of("barcodes", barcodes))).path("barcode");
          assertEquals(type, barcode.path("type").asString(), barcodes.toString());
          assertEquals(content.code(), barcode.path("value").asString());
        });
  }

  /** A label in the phone's language beside a value in the member's reads like a mistake. */
  @Test
  void theTierIsInThePhonesLanguageToo() {
    JsonNode object = object(card(TestCards.card(1, 2, 0), Map.of()));
    assertTrue(object.path("secondaryLoyaltyPoints").isMissingNode(), object.toString());
    JsonNode tier =
        object
            .path("textModulesData")
            .valueStream()
            .filter(text -> text.path("body").asString().equals("Серебро"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "Silver", tier.at("/localizedBody/translatedValues/0/value").asString(), tier.toString());
    CardContent same =
        TestCards.tier(new CardContent.Tier("vip", Text.same("VIP"), "#112233"))
            .apply(TestCards.card(1, 2, 0));
    assertEquals(
        "VIP",
        object(card(same, Map.of())).at("/secondaryLoyaltyPoints/balance/string").asString());
    JsonNode bare = object(card(TestCards.card(1, 2, 0), Map.of("fields", Map.of())));
    assertEquals("tier", bare.at("/textModulesData/0/id").asString());
    assertEquals(
        "Silver", bare.at("/textModulesData/0/localizedBody/translatedValues/0/value").asString());
  }

  @Test
  void nothingOfTheMembersLanguageStandsAlone() {
    JsonNode object = object(card(TestCards.card(1, 2, 123_450), Map.of()));
    for (String group : List.of("/textModulesData", "/linksModuleData/uris")) {
      for (JsonNode text : object.at(group)) {
        text.properties()
            .forEach(
                field -> {
                  if (List.of("header", "body", "description").contains(field.getKey())) {
                    String localized =
                        "localized"
                            + field.getKey().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + field.getKey().substring(1);
                    assertTrue(text.has(localized), text + " lacks " + localized);
                  }
                });
      }
    }
    assertTrue(object.at("/loyaltyPoints").has("localizedLabel"));
    assertNull(content("1").object(card(TestCards.card(1, 2, 0), Map.of()), null).get("messages"));
  }
}
