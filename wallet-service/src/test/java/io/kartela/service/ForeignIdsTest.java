package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.http.Http;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What another merchant has is not found: every operation with an identifier in its path. */
class ForeignIdsTest extends WithShops {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

  /** Parameters that name nothing of one merchant among others, with why. */
  private static final Map<String, String> NOBODYS =
      Map.ofEntries(
          Map.entry("slug", "a shop's own address"),
          Map.entry("kind", "a word"),
          Map.entry("number", "versions are counted in every shop"),
          Map.entry("token", "a secret"),
          Map.entry("name", "a secret of a link or of a vendor's address"),
          Map.entry("chat", "the simulator's"),
          Map.entry("signUpId", "nobody is signed in"),
          Map.entry("merchantId", "the operator's"),
          Map.entry("phoneId", "the simulator's"),
          Map.entry("serial", "the simulator's"),
          Map.entry("browser", "the simulator's"),
          Map.entry("link", "a secret"),
          Map.entry("size", "of a picture"));

  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());
  private final TestShop mine = maker.open("foreign-mine", "");
  private final TestShop theirs = maker.open("foreign-theirs", "");

  @Test
  void everyIdentifierOfAnotherMerchantIsNotFound() {
    Api owner = mine.owner();
    Map<String, String> things = things(theirs, theirs.owner());
    kartela.execute(
        """
        INSERT INTO kartela.passkey (merchant_id, passkey_id, staff_id, credential_id, cose_key,
          sign_count, backup_eligible, name, created_at)
        SELECT merchant_id, 77, staff_id, '\\x01', '\\x01', 0, false, 'P', now()
        FROM kartela.staff WHERE merchant_id = %d ORDER BY staff_id LIMIT 1
        """
            .formatted(theirs.id()));
    kartela.execute(
        """
        INSERT INTO kartela.review (merchant_id, review_id, receipt_id, member_id, store_id, score, at, answer_by, bad)
        SELECT merchant_id, 78, receipt_id, member_id, store_id, 3, now(), now(), true
        FROM kartela.receipt WHERE receipt_id = %s
        """
            .formatted(things.get("receiptId")));
    things.put("reviewId", "78");
    Set<String> left = new TreeSet<>(things.keySet());
    List<String> wrong = new ArrayList<>();
    int called = 0;
    for (Contract.Operation operation : contract.operations()) {
      List<String> names =
          PARAMETER.matcher(operation.path()).results().map(found -> found.group(1)).toList();
      if (names.isEmpty() || NOBODYS.keySet().containsAll(names)) {
        continue;
      }
      left.removeAll(names);
      String path =
          PARAMETER
              .matcher(operation.path())
              .replaceAll(found -> Matcher.quoteReplacement(thing(things, found)));
      boolean cabinet = operation.node().path("security").toString().contains("session");
      Api api = (cabinet ? owner : mine.register()).with("If-Match", "\"1\"");
      Answer answer = api.send(operation.method(), path, body(operation));
      called++;
      if (answer.status() != 404) {
        wrong.add(operation.id() + ": " + answer.status() + " " + answer.text());
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertEquals(Set.of(), left, "made and asked for by no operation");
    assertEquals(118, called, "operations with an identifier");
    // All of it is still there, for whoever it belongs to.
    Api they = theirs.ownerAgain();
    they.get("/api/v1/members/" + things.get("memberId")).expect(200);
    they.get("/api/v1/segments/" + things.get("segmentId")).expect(200);
    they.get("/api/v1/goods/items/" + things.get("itemId")).expect(200);
  }

  private static String thing(Map<String, String> things, MatchResult parameter) {
    String id = things.get(parameter.group(1));
    if (id == null) {
      throw new AssertionError("teach this test to make a " + parameter.group(1));
    }
    return id;
  }

  /** Right in itself, so that nothing but the identifier can be what is wrong. */
  private byte[] body(Contract.Operation operation) {
    String certificate =
        IdentitiesTest.base64(
            DevelopmentCa.openOrCreate(kartela.folder().resolve("certs"), clock.instant())
                .intermediate());
    Map<String, ?> bonuses = Map.of("amount", 100, "reason", "r");
    Map<String, ?> condition = Map.of("type", "consent");
    Map<String, ?> body =
        switch (operation.id()) {
          case "adjustBalance" -> bonuses;
          case "transferBonuses" -> Map.of("toMemberId", "1", "amount", 100, "reason", "r");
          case "mergeMembers" -> Map.of("memberId", "1", "reason", "r");
          case "giveReceiptToCard" -> Map.of("memberId", "1");
          case "chooseMember" -> Map.of("item", 1);
          case "voidLot" -> Map.of("reason", "r");
          case "changeMember" -> Map.of("name", "Яна");
          case "setMemberStatus" -> Map.of("status", "BLOCKED", "reason", "r");
          case "tagMember" -> Map.of("add", List.of("VIP"));
          case "attachCard" -> Map.of("number", "PLASTIC-9");
          case "setCardState" -> Map.of("status", "BLOCKED");
          case "changeAutomation" ->
              Map.of("kind", "WELCOME", "steps", List.of(Map.of("text", "T")));
          case "setReviewStatus" -> Map.of("status", "DONE");
          case "answerReview" -> Map.of("text", "T");
          case "removeReview" -> Map.of("reason", "r");
          case "setAutomationState" -> Map.of("on", true);
          case "changeCampaignDraft" -> Map.of("campaign", Map.of("text", "T"));
          case "topUpCertificate" -> Map.of("amount", 100);
          case "setCertificateState" -> Map.of("blocked", true);
          case "changeCertificateKind" ->
              Map.of("name", Map.of("ru", "П"), "origin", "BOUGHT", "amounts", List.of(100));
          case "stopCertificateKind" -> Map.of("stopped", true);
          case "changePromoSet" -> Map.of("name", Map.of("ru", "П"));
          case "setPromoSetState" -> Map.of("stopped", true);
          case "makePromoCodes" -> Map.of("count", 1);
          case "setCampaignState" -> Map.of("state", "CANCELLED");
          case "changeSegment" -> Map.of("name", "S", "condition", condition);
          case "changeView" -> Map.of("name", "V", "state", Map.of());
          case "changeItem", "changeCategory", "renameRegister", "renamePasskey" ->
              Map.of("name", "N");
          case "changeProgramDraft" -> Map.of("name", "D", "revision", 1);
          case "tryProgramDraft" ->
              Map.of("at", "2026-12-01T09:30", "lines", List.of(Map.of("amount", 30_000)));
          case "changeStore" -> Map.of("name", "N", "zone", "Europe/Moscow");
          case "changeColleague" -> Map.of("name", "N", "role", "CASHIER");
          case "removePasskey" -> Map.of("password", "a long enough password");
          case "checkImport" -> Map.of("columns", List.of("phone"));
          case "changeCashierPin" -> Map.of("pin", "4821");
          case "completeRequest" -> Map.of("certificate", certificate, "intermediate", certificate);
          default -> Map.of();
        };
    boolean none = operation.method().equals("GET") || operation.method().equals("DELETE");
    return none ? new byte[0] : Http.JSON.writeValueAsBytes(body);
  }

  private Map<String, String> things(TestShop shop, Api owner) {
    Map<String, String> things = new LinkedHashMap<>();
    sold(things, shop, owner);
    shop(things, owner);
    Map<String, ?> tag = Map.of("kind", "TAG_ADD", "tag", "bulk");
    Map<String, ?> who = Map.of("members", List.of(things.get("memberId")));
    things.put("jobId", id(owner.post("/api/v1/bulk-jobs", Map.of("who", who, "action", tag))));
    byte[] list = Brought.csv("Телефон;Имя\n+7 916 700-10-00;Яна\n");
    things.put("importId", id(Brought.send(owner, "MEMBERS", list)));
    things.put("itemId", id(owner.post("/api/v1/goods/items", Map.of("name", "Чай"))));
    things.put("categoryId", id(owner.post("/api/v1/goods/categories", Map.of("name", "Чаи"))));
    things.put(
        "campaignDraftId",
        id(owner.post("/api/v1/campaign-drafts", Map.of("campaign", Map.of("text", "T")))));
    things.put("campaignId", id(owner.post("/api/v1/campaigns", Map.of("name", "N", "text", "T"))));
    Map<String, ?> greeting = Map.of("kind", "WELCOME", "steps", List.of(Map.of("text", "T")));
    Map<String, ?> codes = Map.of("name", Map.of("ru", "П"), "symbols", 8, "count", 1);
    things.put("setId", id(owner.post("/api/v1/promo-codes", codes)));
    Map<String, ?> gift =
        Map.of("name", Map.of("ru", "П"), "origin", "BOUGHT", "amounts", List.of(100));
    things.put("kindId", id(owner.post("/api/v1/certificate-kinds", gift)));
    Map<String, ?> certificate = Map.of("kindId", things.get("kindId"), "amount", 100);
    things.put("certificateId", id(owner.post("/api/v1/certificates", certificate)));
    things.put("automationId", id(owner.post("/api/v1/automations", greeting)));
    things.put(
        "segmentId",
        id(
            owner.post(
                "/api/v1/segments", Map.of("name", "S", "condition", Map.of("type", "consent")))));
    Map<String, ?> view = Map.of("list", "MEMBERS", "name", "V", "shared", true, "state", Map.of());
    things.put("viewId", id(owner.post("/api/v1/views", view)));
    JsonNode program = owner.get("/api/v1/program").expect(200).path("program");
    String draft =
        id(owner.post("/api/v1/program/drafts", Map.of("name", "D", "program", program)));
    things.put("draftId", draft);
    Map<String, ?> asked = Map.of("draftId", draft, "from", "2026-01-01", "to", "2026-02-01");
    things.put("whatIfId", id(owner.post("/api/v1/program/what-if", asked)));
    things.put("nfcKeyId", id(owner.post("/api/v1/nfc-keys", Map.of("name", "Readers"))));
    Map<String, ?> key = Map.of("kind", "NFC_KEY", "generate", true);
    things.put("identityId", id(owner.post("/api/v1/identities", key)));
    String png = CardDesignTest.png(114, 114, java.awt.Color.GREEN);
    things.put("imageId", id(owner.post("/api/v1/design/images", Map.of("content", png))));
    Map<String, ?> numbers = Map.of("first", "200000000100", "count", 5, "checkDigit", "EAN13");
    things.put(
        "batchId",
        id(owner.post("/api/v1/card-batches", Map.of("name", "Spring", "generate", numbers))));
    return things;
  }

  private static void sold(Map<String, String> things, TestShop shop, Api owner) {
    String member = shop.member();
    things.put("memberId", member);
    String path = "/api/v1/members/" + member;
    owner.post(path + "/adjustments", Map.of("amount", 50_000, "reason", "gift")).expect(201);
    things.put("lotId", owner.get(path + "/lots").expect(200).at("/items/0/id").asString());
    things.put(
        "cardId",
        owner
            .post(path + "/cards", Map.of("number", "PLASTIC-1"))
            .expect(201)
            .at("/items/0/id")
            .asString());
    List<?> lines = List.of(Map.of("lineNo", 1, "amount", 100_000));
    things.put(
        "receiptId",
        id(shop.register().post("/api/v1/receipts", Map.of("memberId", member, "lines", lines))));
    things.put(
        "searchId",
        shop.register()
            .post("/api/v1/member-searches", Map.of("text", "Анна"))
            .expect(200)
            .path("searchId")
            .asString());
    things.put(
        "holdId",
        id(shop.register().post("/api/v1/holds", Map.of("memberId", member, "amount", 1_000))));
  }

  private static void shop(Map<String, String> things, Api owner) {
    JsonNode store = owner.get("/api/v1/stores").expect(200).at("/items/0");
    things.put("storeId", store.path("id").asString());
    things.put("registerId", store.at("/registers/0/id").asString());
    Map<String, ?> cashier =
        Map.of("storeId", things.get("storeId"), "name", "Анна", "pin", "4821");
    things.put("cashierId", id(owner.post("/api/v1/cashiers", cashier)));
    Map<String, ?> person = Map.of("email", "m@foreign.example", "name", "M", "role", "SUPPORT");
    things.put(
        "staffId", owner.post("/api/v1/staff", person).expect(201).at("/colleague/id").asString());
    things.put("passkeyId", "77");
    things.put("sessionId", owner.get("/api/v1/sessions").expect(200).at("/items/0/id").asString());
  }

  /** Of what was made. */
  private static String id(Answer answer) {
    JsonNode made = answer.json();
    String id = made.path("id").asString("");
    assertEquals(false, id.isEmpty(), answer::text);
    return id;
  }
}
