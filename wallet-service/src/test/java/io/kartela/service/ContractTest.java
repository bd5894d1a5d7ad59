package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The service says what openapi.yaml says, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
  private static final String PLACE = "MemberPlaceTest, by the contract too";
  private static final String REVIEWS = "ReviewsTest, by the contract too";
  private static final String SECOND_FACTOR = "SecondFactorTest, by the contract: it takes an app";
  private static final String PASSKEY = "PasskeyTest, by the contract: it takes an authenticator";

  private static final String PROOFS = "PhoneProofTest: it takes a messenger or a call";
  private static final String BROWSERS = "WebNoticesTest: it takes a browser";
  private static final String CHATS = "ChatChannelTest: it takes a messenger";

  /** Operations that the walk leaves out, with the test that exercises them. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("showUnsubscribing", "ChannelCampaignTest: the link stands in a letter"),
          Map.entry("unsubscribe", "ChannelCampaignTest"),
          Map.entry("listCardChats", CHATS),
          Map.entry("inviteToChat", CHATS),
          Map.entry("hearVendor", CHATS),
          Map.entry("getWebNotices", BROWSERS),
          Map.entry("renewWebPushKey", BROWSERS),
          Map.entry("allowWebNotices", BROWSERS),
          Map.entry("stopWebNotices", BROWSERS),
          Map.entry("muteWebNotices", BROWSERS),
          Map.entry("getCardApp", BROWSERS),
          Map.entry("getCardAppIcon", BROWSERS),
          Map.entry("listBrowsers", BROWSERS),
          Map.entry("allowInBrowser", BROWSERS),
          Map.entry("blockInBrowser", BROWSERS),
          Map.entry("listChats", CHATS),
          Map.entry("openChat", CHATS),
          Map.entry("testCampaign", "CampaignPreviewTest"),
          Map.entry("actInChat", CHATS),
          Map.entry("checkSignUp", PROOFS),
          Map.entry("ringNumber", PROOFS),
          Map.entry("getPhoneProofs", PROOFS),
          Map.entry("setPhoneProofs", PROOFS),
          Map.entry("watchPhone", "SimulatorTest: its answer never ends"),
          Map.entry("stopImport", "MemberImportTest: there it does not end by itself"),
          Map.entry("askPlaceCode", PLACE),
          Map.entry("openPlace", PLACE),
          Map.entry("closePlace", PLACE),
          Map.entry("closePlaceEverywhere", PLACE),
          Map.entry("getPlaceBonuses", PLACE),
          Map.entry("listPlaceReceipts", PLACE),
          Map.entry("getPlaceProfile", PLACE),
          Map.entry("changePlaceProfile", PLACE),
          Map.entry("exportPlaceData", PLACE),
          Map.entry("askPlaceErasure", PLACE),
          Map.entry("takeBackPlaceErasure", PLACE),
          Map.entry("getPlaceConsents", PLACE),
          Map.entry("changePlaceConsents", PLACE),
          Map.entry("changePlaceWay", PLACE),
          Map.entry("getPlaceSettings", PLACE),
          Map.entry("changePlaceSettings", PLACE),
          Map.entry("showReview", REVIEWS),
          Map.entry("sayReview", REVIEWS),
          Map.entry("listReviews", REVIEWS),
          Map.entry("getReviewFilters", REVIEWS),
          Map.entry("getReviewAttention", REVIEWS),
          Map.entry("getReview", REVIEWS),
          Map.entry("setReviewStatus", REVIEWS),
          Map.entry("answerReview", REVIEWS),
          Map.entry("removeReview", REVIEWS),
          Map.entry("getReviewSettings", REVIEWS),
          Map.entry("changeReviewSettings", REVIEWS),
          Map.entry("reportReviews", REVIEWS),
          Map.entry("showSecondFactor", SECOND_FACTOR),
          Map.entry("confirmTotp", SECOND_FACTOR),
          Map.entry("removeTotp", SECOND_FACTOR),
          Map.entry("renewRecoveryCodes", SECOND_FACTOR),
          Map.entry("resetColleagueFactors", SECOND_FACTOR),
          Map.entry("resetOwnerSecondFactor", SECOND_FACTOR),
          Map.entry("askForPasskey", PASSKEY),
          Map.entry("showPasskey", PASSKEY),
          Map.entry("beginPasskey", PASSKEY),
          Map.entry("addPasskey", PASSKEY),
          Map.entry("renamePasskey", PASSKEY),
          Map.entry("removePasskey", PASSKEY));

  /** Paths of our own API; the rest is Apple's and Google's contract, pages and the operator's. */
  private static final List<String> API = List.of("/api/", "/simulator/");

  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());
  private final ConcurrentLinkedQueue<Api.Exchange> walked = new ConcurrentLinkedQueue<>();
  private final Api visitor = kartela.api().listening(walked::add);
  private final Api till = visitor.key(kartela.demoKey());

  @AfterAll
  void close() {
    kartela.close();
  }

  @Test
  void everyAnswerOfAWalkIsAsWritten() {
    Newcomer member = signUp();
    String receipt = atTheTill(member);
    cabinet(member, receipt);
    channels();
    campaigns();
    promoCodes();
    certificates(member);
    segments();
    views();
    bulk();
    registers();
    forgotten();
    operator();
    shop();
    goods();
    imports();
    cards(member);
    nfc();
    offline(member);
    program();
    JsonNode preview = design();
    identities();
    simulator(member, preview);
    Set<String> mistakes = new LinkedHashSet<>();
    walked.forEach(exchange -> mistakes.addAll(contract.mistakes(exchange)));
    assertEquals("", String.join("\n", mistakes));
    assertEquals(missing(), ELSEWHERE.keySet());
  }

  /** Operations that were never answered with success. */
  private Set<String> missing() {
    Set<String> never = new TreeSet<>();
    contract.operations().forEach(o -> never.add(o.id()));
    for (Api.Exchange exchange : walked) {
      if (exchange.answer().status() < 300) {
        contract
            .find(exchange.method(), java.net.URI.create(exchange.path()).getPath())
            .ifPresent(o -> never.remove(o.id()));
      }
    }
    return never;
  }

  private Newcomer signUp() {
    visitor.get("/api/v1/public/shops/zerno").expect(200);
    visitor.get("/api/v1/public/shops/nobody").refused(404, "SHOP_NOT_FOUND");
    visitor.post("/api/v1/public/shops/zerno/sign-ups", Map.of("name", "")).expect(422);
    visitor.post("/api/v1/public/sign-ups/1-1/confirm", Map.of("code", "1")).expect(404);
    Newcomer member = Newcomer.join(visitor, "+7 916 200-00-01", "Анна", true);
    visitor.get("/api/v1/public/cards/" + member.cardToken()).expect(200);
    visitor.get("/api/v1/public/cards/" + member.cardToken() + "/friends").expect(200);
    visitor.get("/api/v1/public/cards/nothing").refused(404, "CARD_NOT_FOUND");
    String invite =
        visitor
            .get("/api/v1/public/cards/" + member.cardToken())
            .expect(200)
            .at("/invite/code")
            .asString();
    visitor.get("/api/v1/public/shops/zerno/inviter?code=" + invite).expect(200);
    visitor.get("/api/v1/public/shops/zerno/inviter?code=2222-2222").refused(404, "INVITE_UNKNOWN");
    till.post(
            "/api/v1/members",
            Map.of(
                "phone",
                "+79162000002",
                "name",
                "Борис",
                "birthDate",
                "1990-12-30",
                "locale",
                "ru",
                "consentTerms",
                true,
                "consentData",
                true,
                "consentMessages",
                false,
                "inviteCode",
                invite))
        .expect(201);
    return member;
  }

  private void operator() {
    Api operator = kartela.operator().listening(walked::add);
    visitor.get("/api/v1/operator/merchants").refused(401, "OPERATOR_KEY_INVALID");
    operator.post("/api/v1/operator/merchants", Map.of("slug", "?")).expect(422);
    Map<String, Object> shop =
        Map.of(
            "slug", "contract",
            "name", "Contract",
            "zone", "Europe/Moscow",
            "owner", Map.of("email", "owner@contract.example", "name", "Olga"));
    JsonNode opened = operator.post("/api/v1/operator/merchants", shop).expect(201);
    operator.post("/api/v1/operator/merchants", shop).refused(409, "SLUG_TAKEN");
    String merchant = "/api/v1/operator/merchants/" + opened.path("merchantId").asString();
    operator
        .post(merchant + "/owners", Map.of("email", "two@contract.example", "name", "Two"))
        .expect(201);
    String token = opened.at("/owner/invitation/token").asString();
    visitor.post("/api/v1/session/invitation", Map.of("token", token)).expect(200);
    visitor
        .post(
            "/api/v1/session/password",
            Map.of("token", token, "password", "long enough to be good"))
        .expect(204);
    operator.get("/api/v1/operator/merchants?limit=1").expect(200);
    operator.send("POST", merchant + "/disable", null).expect(200);
    operator.get(merchant).expect(200);
    operator.send("POST", merchant + "/enable", null).expect(200);
    operator.get("/api/v1/operator/attention").expect(200);
    operator.send("POST", merchant + "/retry", null).expect(202);
    operator.get("/api/v1/operator/audit").expect(200);
    operatorsScreens(operator);
  }

  private void operatorsScreens(Api operator) {
    visitor.get("/api/v1/public/installation").expect(200);
    operator.get("/api/v1/operator/templates").expect(200);
    String session = "/api/v1/operator/session";
    Answer in = visitor.post(session, Map.of("key", TestKartela.OPERATOR_KEY));
    in.expect(200);
    String cookie = in.header("Set-Cookie");
    Api page =
        visitor
            .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .with("Sec-Fetch-Site", "same-origin");
    page.get(session).expect(200);
    page.delete(session).expect(204);
    page.get(session).refused(401, "OPERATOR_KEY_INVALID");
    Api owner =
        kartela
            .api()
            .signedIn("owner@contract.example", "long enough to be good")
            .listening(walked::add);
    owner.get("/api/v1/first-steps").expect(200);
    owner.put("/api/v1/first-steps", Map.of("hidden", true)).expect(200);
    owner.get("/api/v1/program/templates").expect(200);
  }

  private void shop() {
    Api owner = owner();
    Object details = owner.get("/api/v1/shop").expect(200).path("details");
    owner.put("/api/v1/shop", details).expect(200);
    owner
        .post("/api/v1/shop/texts/terms", Map.of("text", Map.of("ru", "Условия", "en", "Terms")))
        .expect(201);
    owner.get("/api/v1/shop/texts/terms").expect(200);
    owner.get("/api/v1/shop").expect(200);
    visitor.get("/api/v1/public/shops/zerno/details").expect(200);
    visitor.get("/api/v1/public/shops/zerno/texts/terms").expect(200);
    Map<String, Object> place = Map.of("name", "Филиал", "zone", "Europe/Moscow");
    String store =
        "/api/v1/stores/" + owner.post("/api/v1/stores", place).expect(201).path("id").asString();
    owner.put(store, place).expect(204);
    owner.get("/api/v1/stores").expect(200);
    owner.post(store + "/close", Map.of()).expect(204);
    owner.send("POST", store + "/reopen", null).expect(204);
    owner.get("/api/v1/sessions").expect(200);
    owner.put("/api/v1/session/letters", Map.of("weekly", true)).expect(200);
    owner.get("/api/v1/session/letters").expect(200);
    owner.get("/api/v1/session/second-factor").expect(200);
    Map<String, ?> known = Map.of("password", kartela.demoPassword());
    owner.post("/api/v1/session/second-factor/totp", known).expect(201);
    owner.post("/api/v1/session/passkeys/challenge", known).refused(409, "PASSKEYS_NOT_HERE");
    Map<String, Object> person =
        Map.of("email", "new@zerno.example", "name", "Нина", "role", "MARKETER");
    JsonNode invited = owner.post("/api/v1/staff", person).expect(201);
    owner.get("/api/v1/staff").expect(200);
    String colleague = "/api/v1/staff/" + invited.at("/colleague/id").asString();
    owner.put(colleague, Map.of("name", "Нина", "role", "CASHIER")).expect(204);
    String url = owner.send("POST", colleague + "/link", null).expect(201).path("url").asString();
    String password = "long enough to be good";
    visitor
        .post("/api/v1/session/password/forgotten", Map.of("email", "nobody@zerno.example"))
        .expect(202);
    visitor
        .post(
            "/api/v1/session/password",
            Map.of("token", url.substring(url.indexOf('#') + 1), "password", password))
        .expect(204);
    Api hers = visitor.signedIn("new@zerno.example", password);
    hers.put(
            "/api/v1/session/password",
            Map.of("current", password, "password", "another long password"))
        .expect(204);
    String session = hers.get("/api/v1/sessions").expect(200).at("/items/0/id").asString();
    hers.delete("/api/v1/sessions/" + session).expect(204);
    owner.delete(colleague + "/sessions").expect(204);
    Object rules = owner.get("/api/v1/access-rules").expect(200);
    owner.put("/api/v1/access-rules", rules).expect(204);
    owner.delete(colleague + "/link").expect(204);
    owner.delete(colleague).expect(204);
    owner.get("/api/v1/audit").expect(200);
    owner.get("/api/v1/audit/filters").expect(200);
    owner.get("/api/v1/audit/export?lang=en").expectStatus(200);
  }

  private void goods() {
    Api marketer = kartela.marketer().listening(walked::add);
    marketer
        .put(
            "/api/v1/goods",
            Map.of(
                "items",
                List.of(Map.of("code", "COCOA", "name", "Какао", "categories", List.of("drinks")))))
        .expect(204);
    marketer.put("/api/v1/goods", Map.of("items", List.of())).expect(422);
    marketer.get("/api/v1/goods?limit=2").expect(200);
    marketer.get("/api/v1/goods/export?format=csv").expectStatus(200);
    catalogue(marketer);
  }

  private void imports() {
    Api owner = owner();
    String list = "/api/v1/imports?kind=MEMBERS";
    Brought.send(owner, "MEMBERS", new byte[] {0, 0}).refused(422, "IMPORT_UNREADABLE");
    Brought file =
        Brought.of(owner, "MEMBERS", Brought.csv("Телефон;Имя\n+79162000077;Яна\nнет;Ян\n"));
    String one = "/api/v1/imports/" + file.view().path("id").asString();
    owner.get(list).expect(200);
    file.checked();
    file.act("stop").refused(409, "IMPORT_STATE");
    file.run().remarksFile();
    file.undone();
    owner.get(list).expect(200);
    owner.delete(one).expect(204);
    owner.get(one).refused(404, "IMPORT_NOT_FOUND");
  }

  private void catalogue(Api marketer) {
    String category =
        marketer
            .post("/api/v1/goods/categories", Map.of("name", "Горячие напитки"))
            .expect(201)
            .path("id")
            .asString();
    String under = "/api/v1/goods/categories/" + category;
    marketer.put(under, Map.of("name", "Горячее")).expect(204);
    marketer.get("/api/v1/goods/categories").expect(200);
    String id =
        marketer
            .post("/api/v1/goods/items", Map.of("name", "Сбитень", "price", 25_000, "cost", 9_000))
            .expect(201)
            .path("id")
            .asString();
    String item = "/api/v1/goods/items/" + id;
    marketer.get(item).expect(200);
    marketer.put(item, Map.of("name", "Сбитень", "codes", List.of("SB"))).expect(200);
    marketer.get("/api/v1/goods/items?limit=2&category=none&sort=price").expect(200);
    marketer
        .post(
            "/api/v1/goods/items:categorise",
            Map.of("itemIds", List.of(id), "category", "Горячие напитки"))
        .expect(200);
    marketer.delete(under).refused(409, "CATEGORY_NOT_EMPTY");
    Map<String, Object> buttons = Map.of("items", List.of(Map.of("itemId", id, "name", "Сбитень")));
    String register = till.get("/api/v1/register").expect(200).path("registerId").asString();
    marketer.put("/api/v1/till-buttons?registerId=" + register, buttons).expect(200);
    marketer.get("/api/v1/till-buttons").expect(200);
    till.get("/api/v1/register/buttons").expect(200);
    till.put("/api/v1/register/buttons", buttons).expect(200);
    till.get("/api/v1/register/goods?q=sb").expect(200);
    marketer.delete(item).expect(204);
    marketer.delete(under).expect(204);
  }

  private String atTheTill(String phone) {
    return till.post(
            "/api/v1/members",
            Map.of(
                "phone",
                phone,
                "name",
                "Вера",
                "consentTerms",
                true,
                "consentData",
                true,
                "consentMessages",
                false))
        .expect(201)
        .path("memberId")
        .asString();
  }

  private String atTheTill(Newcomer member) {
    till.get("/api/v1/register").expect(200);
    visitor.get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    JsonNode seen = till.post("/api/v1/scans", Map.of("text", "+7 916 200-00-01")).expect(200);
    assertEquals(member.memberId(), seen.path("memberId").asString());
    // Who shows the card may spend without a code.
    String code =
        visitor
            .get("/api/v1/public/cards/" + member.cardToken())
            .expect(200)
            .path("code")
            .asString();
    till.post("/api/v1/scans", Map.of("text", code)).expect(200);
    till.post("/api/v1/scans", Map.of("text", "10000000000000000000"))
        .refused(404, "CARD_NOT_FOUND");
    till.post("/api/v1/scans", Map.of("text", "4600702081237")).refused(422, "PRODUCT_CODE");
    JsonNode hold =
        till.post(
                "/api/v1/holds",
                Map.of("memberId", member.memberId(), "amount", 1_000, "seconds", 60))
            .expect(201);
    till.delete("/api/v1/holds/" + hold.path("id").asString()).expect(204);
    hold =
        till.post("/api/v1/holds", Map.of("memberId", member.memberId(), "amount", 2_000))
            .expect(201);
    Map<String, Object> receipt =
        Map.of(
            "memberId", member.memberId(),
            "number", "7",
            "at", kartela.clock().instant().minusSeconds(60).toString(),
            "lines",
                List.of(
                    Map.of(
                        "lineNo",
                        1,
                        "sku",
                        "LATTE",
                        "name",
                        "Латте",
                        "categories",
                        List.of("coffee"),
                        "quantity",
                        "2",
                        "amount",
                        60_000,
                        "cost",
                        18_000,
                        "flags",
                        List.of("sale")),
                    Map.of("lineNo", 2, "quantity", "0.750", "amount", 90_000)),
            "spend", Map.of("mode", "AMOUNT", "amount", 2_000),
            "holdId", hold.path("id").asString(),
            "locale", "ru");
    till.post("/api/v1/quotes", receipt).expect(200);
    JsonNode committed = till.post("/api/v1/receipts", receipt).expect(201);
    String id = committed.path("id").asString();
    String line = "[{\"lineNo\":1,\"amount\":900}]";
    till.postText("/api/v1/quotes", "{\"lines\":" + line + "}").expect(200);
    till.postText("/api/v1/receipts", "{\"lines\":" + line + "}").expect(201);
    till.postText("/api/v1/receipts", "{\"memberId\":\"1\",\"lines\":" + line + "}").expect(404);
    till.post(
            "/api/v1/receipts/" + id + "/returns",
            Map.of("lines", List.of(Map.of("lineNo", 1, "quantity", "1"))))
        .expect(201);
    till.get("/api/v1/receipts/" + id).expect(200);
    String next = till.get("/api/v1/receipts?limit=1").expect(200).path("nextCursor").asString();
    till.get("/api/v1/receipts?limit=1&cursor=" + next).expect(200);
    till.get("/api/v1/receipts?limit=0").refused(400, "INVALID_PARAMETER");
    till.post("/api/v1/receipts/" + id + "/returns", Map.of()).expect(201);
    till.post("/api/v1/receipts/" + id + "/returns", Map.of()).refused(422, "RETURN_REFUSED");
    return id;
  }

  private Api owner() {
    return visitor.signedIn(DemoShop.OWNER, kartela.demoPassword());
  }

  private void cabinet(Newcomer member, String receipt) {
    visitor
        .post("/api/v1/session", Map.of("email", DemoShop.OWNER, "password", "wrong"))
        .refused(401, "SIGN_IN_FAILED");
    Api owner = owner();
    owner.get("/api/v1/session").expect(200);
    owner.get("/api/v1/receipts/" + receipt).expect(200);
    for (String sort : List.of("created", "name", "balance", "spent", "lastPurchase")) {
      String page = "/api/v1/members?limit=1&sort=" + sort;
      String next = owner.get(page).expect(200).path("nextCursor").asString();
      owner
          .get(
              page
                  + "&cursor="
                  + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8))
          .expect(200);
    }
    owner.get("/api/v1/members?q=9162000001&tier=bronze").expect(200);
    owner.get("/api/v1/members/export?q=9162000001&columns=name,phone").expectStatus(200);
    owner.get("/api/v1/members/" + member.memberId()).expect(200);
    profile(owner, "/api/v1/members/" + member.memberId());
    owner.get("/api/v1/members/" + member.memberId() + "/invited?limit=1").expect(200);
    owner
        .post(
            "/api/v1/members/" + member.memberId() + "/adjustments",
            Map.of("amount", 500, "reason", "sorry", "expiresOn", "2099-01-01"))
        .expect(201);
    owner
        .post(
            "/api/v1/members/" + member.memberId() + "/adjustments",
            Map.of("amount", -100, "reason", "mistake"))
        .expect(201);
    String granted = "/api/v1/members/" + member.memberId() + "/lots";
    for (JsonNode lot : owner.get(granted).expect(200).path("items")) {
      if (lot.path("kind").asString().equals("MANUAL")) {
        String one = granted + "/" + lot.path("id").asString() + "/void";
        owner.post(one, Map.of("reason", "mistake")).expect(201);
      }
    }
    owner.get("/api/v1/members/" + member.memberId() + "/doubles").expect(200);
    owner.get("/api/v1/members/" + member.memberId() + "/personal-data").expect(200);
    String leaves = "/api/v1/members/" + atTheTill("+79162000009");
    owner.send("POST", leaves + "/erasure", null).expect(204);
    owner.get(leaves + "/personal-data").refused(404, "MEMBER_NOT_FOUND");
    String other = atTheTill("+79162000003");
    owner
        .post(
            "/api/v1/members/" + member.memberId() + "/transfers",
            Map.of("toMemberId", other, "amount", 100, "reason", "a present"))
        .expect(201);
    owner.get("/api/v1/members/" + member.memberId() + "/consents").expect(200);
    owner.send("POST", "/api/v1/members/" + other + "/consents/withdrawals", null).expect(200);
    owner
        .post(
            "/api/v1/members/" + member.memberId() + "/merges",
            Map.of("memberId", other, "reason", "one person"))
        .expect(201);
    owner.get("/api/v1/reports/liability?days=90").expect(200);
    owner.get("/api/v1/reports/friends?days=90").expect(200);
    owner.get("/api/v1/reports/friends/flags").expect(200);
    String operations = "/api/v1/members/" + member.memberId() + "/operations?limit=2";
    String next = owner.get(operations).expect(200).path("nextCursor").asString();
    owner.get(operations + "&cursor=" + next).expect(200);
    owner.get("/api/v1/program").expect(200);
    owner.get("/api/v1/reports/summary").expect(200);
    owner.get("/api/v1/reports/summary?days=7").expect(200);
    String year = "?from=2026-01-01&to=2026-12-31";
    owner.get("/api/v1/reports/figures" + year + "&step=month").expect(200);
    owner.get("/api/v1/reports/figures" + year + "&step=year").refused(400, "INVALID_PARAMETER");
    owner.get("/api/v1/reports/figures/choices").expect(200);
    owner.get("/api/v1/reports/buyers" + year).expect(200);
    owner.get("/api/v1/reports/movements" + year + "&limit=2").expect(200);
    owner.get("/api/v1/reports/figures/export" + year + "&step=month").expectStatus(200);
    visitor.get("/health").expect(200);
    owner.get("/api/v1/attention").expect(200);
    owner.send("POST", "/api/v1/attention/retry", null).expect(202);
    visitor.get("/api/v1/members").refused(401, "UNAUTHENTICATED");
    Api leaving = owner();
    leaving.delete("/api/v1/session").expect(204);
    leaving.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
  }

  private static void profile(Api owner, String member) {
    int revision = owner.get(member).expect(200).path("revision").asInt();
    Api seen = owner.with("If-Match", "\"" + revision + "\"");
    seen.patch(member, Map.of("email", "anna@example.com")).expect(204);
    seen.patch(member, Map.of("name", "Яна")).refused(409, "MEMBER_CHANGED");
    owner.put(member + "/status", Map.of("status", "BLOCKED", "reason", "r")).expect(204);
    owner.put(member + "/status", Map.of("status", "ACTIVE", "reason", "r")).expect(204);
    owner.patch(member + "/tags", Map.of("add", List.of("VIP"))).expect(200);
    owner.get("/api/v1/tags").expect(200);
  }

  private void channels() {
    Api owner = owner();
    String sms = "/api/v1/channels/SMS";
    Map<String, Object> channel =
        Map.of(
            "vendor",
            "SMSRU",
            "secret",
            "demo",
            "settings",
            Map.of("sender", "ZERNO"),
            "price",
            499);
    owner.put(sms, channel).expect(200);
    owner.get("/api/v1/channels").expect(200);
    owner.put("/api/v1/channels", Map.of("kinds", List.of("SMS"))).expect(204);
    owner.post(sms + "/test", Map.of("address", "+79162000002")).expect(200);
    owner.get(sms + "/balance").expect(200);
    owner
        .put(
            "/api/v1/message-rules",
            Map.of("day", Map.of("from", 0, "to", 1440), "cap", Map.of("most", 9, "days", 1)))
        .expect(204);
    owner.delete(sms).expect(204);
    owner.delete(sms).refused(404, "CHANNEL_NOT_FOUND");
  }

  private void automations(Api owner) {
    String all = "/api/v1/automations";
    List<?> steps =
        List.of(Map.of("days", 9, "text", "T", "gift", Map.of("amount", 100, "days", 7)));
    Map<String, ?> plan = Map.of("kind", "WIN_BACK", "steps", steps);
    String one = all + "/" + owner.post(all, plan).expect(201).path("id").asString();
    owner.get(all).expect(200);
    owner.post(all + "/dry-run", plan).expect(200);
    owner.post(all + "/what-if", plan).expect(200);
    owner.get(one + "/result").expect(200);
    owner.get("/api/v1/reports/hold-out?back=1").expect(200);
    owner.get("/api/v1/reports/rfm").expect(200);
    owner.get(one).expect(200);
    owner.with("If-Match", "\"1\"").put(one, plan).expect(200);
    owner.put(one + "/state", Map.of("on", true)).expect(200);
    owner.delete(one).expect(204);
    owner.delete(one).refused(404, "AUTOMATION_NOT_FOUND");
  }

  private void campaignDrafts(Api owner) {
    String all = "/api/v1/campaign-drafts";
    Map<String, ?> campaign =
        Map.of(
            "name",
            "N",
            "text",
            "T",
            "variants",
            List.of(Map.of("lang", "en", "text", "E")),
            "gift",
            Map.of("amount", 100, "days", 7));
    Map<String, ?> draft =
        Map.of("campaign", campaign, "when", Map.of("type", "MONTHLY", "day", 31, "time", "11:00"));
    String one = all + "/" + owner.post(all, draft).expect(201).path("id").asString();
    owner.with("If-Match", "\"1\"").put(one, draft).expect(200);
    owner.with("If-Match", "\"1\"").put(one, draft).refused(409, "CAMPAIGN_DRAFT_CHANGED");
    owner.with("If-Match", "\"2\"").send("POST", one + "/start", new byte[0]).expect(200);
    owner.get(all).expect(200);
    owner.get(one).expect(200);
    owner.send("POST", one + "/call-off", new byte[0]).expect(200);
    owner.delete(one).expect(204);
    owner.get(one).refused(404, "CAMPAIGN_DRAFT_NOT_FOUND");
  }

  private void promoCodes() {
    Api owner = owner();
    String all = "/api/v1/promo-codes";
    Map<String, ?> name = Map.of("ru", "Осень", "en", "Autumn");
    Map<String, ?> made =
        Map.of("name", name, "symbols", 8, "count", 3, "usesPerCode", 1, "lastDay", "2099-12-31");
    String one = all + "/" + owner.post(all, made).expect(201).path("id").asString();
    Eventually.until(() -> owner.get(one).expect(200).path("making").asLong() == 0);
    owner.with("If-Match", "\"1\"").put(one, Map.of("name", name)).expect(200);
    owner
        .with("If-Match", "\"1\"")
        .put(one, Map.of("name", name))
        .refused(409, "PROMO_SET_CHANGED");
    owner.with("If-Match", "\"2\"").post(one + "/codes", Map.of("count", 1)).expect(202);
    owner.put(one + "/state", Map.of("stopped", true)).expect(200);
    owner.get(all + "?q=осень").expect(200);
    owner.get(one + "/uses").expect(200);
    owner.get(one + "/export").expectStatus(200);
    owner
        .get("/api/v1/print" + "/promo-codes/" + one.substring(all.length() + 1))
        .expectStatus(200);
    Map<String, ?> own = Map.of("name", name, "codes", List.of("ОСЕНЬ-26"));
    String listed = all + "/" + owner.post(all, own).expect(201).path("id").asString();
    owner
        .with("Content-Type", "application/octet-stream")
        .send("POST", listed + "/file", "A-1\nA-1\n".getBytes(StandardCharsets.UTF_8))
        .expect(200);
    Map<String, ?> line = Map.of("lineNo", 1, "amount", 100);
    Map<String, ?> bill = Map.of("lines", List.of(line), "codes", List.of("ОСЕНЬ26", "нет"));
    till.post("/api/v1/quotes", bill).expect(200);
    till.post("/api/v1/receipts", bill).refused(422, "PROMO_UNKNOWN");
    owner.delete(one).expect(204);
    owner.delete(one).refused(404, "PROMO_SET_NOT_FOUND");
  }

  private void certificates(Newcomer member) {
    Api owner = owner();
    String kinds = "/api/v1/certificate-kinds";
    Map<String, ?> name = Map.of("ru", "Подарок", "en", "Gift");
    Map<String, ?> any = Map.of("name", name, "origin", "BOUGHT", "least", 100, "most", 900_000);
    String kind = owner.post(kinds, any).expect(201).path("id").asString();
    owner.with("If-Match", "\"1\"").put(kinds + "/" + kind, any).expect(200);
    owner.with("If-Match", "\"1\"").put(kinds + "/" + kind, any).expect(409);
    owner.get(kinds).expect(200);
    String sales = "/api/v1/register/certificates";
    till.get(sales + "/kinds").expect(200);
    Map<String, ?> sale = Map.of("kindId", kind, "amount", 30_000, "recipient", "Мама");
    JsonNode sold = till.post(sales, sale).expect(201);
    Map<String, ?> shown = Map.of("code", sold.path("code").asString());
    till.post(sales + "/check", shown).expect(200);
    till.post(sales + "/check", Map.of("code", "нет")).refused(422, "CERTIFICATE_MISTYPED");
    till.post(sales + "/top-ups", Map.of("code", shown.get("code"), "amount", 500)).expect(201);
    Map<String, ?> line = Map.of("lineNo", 1, "amount", 100);
    Map<String, ?> bill = Map.of("lines", List.of(line), "certificates", List.of(shown));
    till.post("/api/v1/quotes", bill).expect(200);
    String receipt = till.post("/api/v1/receipts", bill).expect(201).path("id").asString();
    till.get("/api/v1/receipts/" + receipt).expect(200);
    till.post("/api/v1/receipts/" + receipt + "/returns", Map.of()).expect(201);
    String all = "/api/v1/certificates";
    String one = all + "/" + sold.path("id").asString();
    owner.put(one + "/member", Map.of("memberId", member.memberId())).expect(200);
    visitor.get("/api/v1/public/cards/" + member.cardToken() + "/certificates").expect(200);
    String link = sold.path("link").asString();
    visitor
        .get("/api/v1/public/certificates/" + link.substring(link.indexOf("/g/") + 3))
        .expect(200);
    till.post(sales + "/refunds", shown).expect(201);
    owner.post(one + "/top-ups", Map.of("amount", 1_000)).expect(201);
    owner.send("POST", one + "/reissues", new byte[0]).expect(201);
    owner.put(one + "/state", Map.of("blocked", true)).expect(200);
    owner.send("POST", one + "/refunds", new byte[0]).expect(201);
    owner.get(one).expect(200);
    owner.get(all + "?state=BLOCKED&origin=BOUGHT&q=мам").expect(200);
    owner.post(all, Map.of("kindId", kind, "amount", 100)).expect(201);
    owner.get("/api/v1/reports/certificates?from=2020-01-01").expect(200);
    owner.put(kinds + "/" + kind + "/state", Map.of("stopped", true)).expect(200);
  }

  private void campaigns() {
    Api owner = owner();
    automations(owner);
    campaignDrafts(owner);
    owner.get("/api/v1/campaigns/audience").expect(200);
    owner.get("/api/v1/campaigns/audience?tier=gold").expect(200);
    String member = owner.get("/api/v1/members?limit=1").expect(200).at("/items/0/id").asString();
    Map<String, ?> words = Map.of("text", "{имя|друг}, привет!", "subject", "Привет");
    owner
        .post("/api/v1/campaigns/preview", Map.of("memberId", member, "campaign", words))
        .expect(200);
    owner
        .post(
            "/api/v1/campaigns/test", Map.of("memberId", member, "campaign", words, "kind", "MAIL"))
        .refused(404, "CHANNEL_NOT_FOUND");
    String id = "";
    for (int i = 0; i < 2; i++) {
      JsonNode campaign =
          owner
              .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "tier", "bronze"))
              .expect(201);
      id = campaign.path("id").asString();
    }
    owner.get("/api/v1/campaigns/" + id).expect(200);
    owner.get("/api/v1/result-settings").expect(200);
    owner
        .put("/api/v1/result-settings", Map.of("globalHoldOutPercent", 0, "marginPercent", 40))
        .expect(200);
    owner.get("/api/v1/hold-out-advice?members=1000&percent=10").expect(200);
    owner.get("/api/v1/campaigns/" + id + "/result").expect(200);
    String next = owner.get("/api/v1/campaigns?limit=1").expect(200).path("nextCursor").asString();
    owner.get("/api/v1/campaigns?limit=1&cursor=" + next).expect(200);
    // A campaign as small as this is over at once; hold it open, as a node that works on it would.
    String one = "/api/v1/campaigns/" + id;
    Eventually.until(() -> owner.get(one).expect(200).path("state").asString().equals("DONE"));
    kartela.execute(
        "UPDATE kartela.campaign_chunk SET done = false, delivered = 0, failed = 0, skipped = 0,"
            + " lease_until = now() + interval '1 hour'"
            + " WHERE campaign_id = "
            + id);
    kartela.execute("UPDATE kartela.campaign SET state = 'RUNNING' WHERE campaign_id = " + id);
    for (String state : List.of("PAUSED", "RUNNING", "CANCELLED")) {
      owner.put("/api/v1/campaigns/" + id + "/state", Map.of("state", state)).expect(200);
    }
    owner
        .put("/api/v1/campaigns/" + id + "/state", Map.of("state", "PAUSED"))
        .refused(409, "CAMPAIGN_STATE");
    owner.put("/api/v1/campaigns/1/state", Map.of("state", "PAUSED")).expect(404);
  }

  private void bulk() {
    Api owner = owner();
    String jobs = "/api/v1/bulk-jobs";
    Map<String, Object> who = Map.of("found", Map.of("q", "нет такого имени"));
    owner.post(jobs + "/preview", Map.of("who", who)).expect(200);
    Map<String, Object> action = Map.of("kind", "TAG_ADD", "tag", "bulk");
    owner.post(jobs, Map.of("who", who, "action", action)).refused(422, "NOBODY_CHOSEN");
    String member = owner.get("/api/v1/members?limit=1").expect(200).at("/items/0/id").asString();
    JsonNode job =
        owner
            .post(jobs, Map.of("who", Map.of("members", List.of(member, "1")), "action", action))
            .expect(202);
    String one = jobs + "/" + job.path("id").asString();
    Eventually.until(() -> owner.get(one).expect(200).path("state").asString().equals("DONE"));
    owner.get(jobs).expect(200);
    owner.send("POST", one + "/undo", null).expect(202);
    Eventually.until(() -> owner.get(one).expect(200).path("state").asString().equals("UNDONE"));
    owner.send("POST", one + "/undo", null).refused(409, "BULK_JOB_STATE");
    owner.get("/api/v1/members?limit=1&condition=%7B%22type%22:%22consent%22%7D").expect(200);
  }

  private void views() {
    Api owner = owner();
    Map<String, ?> state = Map.of("tier", "gold");
    JsonNode made =
        owner
            .post("/api/v1/views", Map.of("list", "MEMBERS", "name", "Золотые", "state", state))
            .expect(201);
    owner.get("/api/v1/views?list=MEMBERS").expect(200);
    String one = "/api/v1/views/" + made.path("id").asString();
    owner
        .with("If-Match", "\"1\"")
        .put(one, Map.of("name", "Золото", "shared", true, "state", state))
        .expect(200);
    owner.with("If-Match", "\"2\"").delete(one).expect(204);
  }

  private void segments() {
    Api owner = owner();
    String all = "/api/v1/segments";
    Map<String, Object> condition =
        Map.of(
            "type",
            "any",
            "of",
            List.of(
                Map.of("type", "inTier", "tiers", List.of("bronze")),
                Map.of("type", "balance", "range", Map.of("from", 0)),
                Map.of("type", "birthday"),
                Map.of("type", "joined", "fromDays", 0),
                Map.of("type", "consent")));
    JsonNode made = owner.post(all, Map.of("name", "Many", "condition", condition)).expect(201);
    String one = all + "/" + made.path("id").asString();
    owner.get(all).expect(200);
    owner.get(one).expect(200);
    owner
        .with("If-Match", "\"1\"")
        .put(one, Map.of("name", "More", "condition", condition))
        .expect(200);
    Map<String, Object> asked = Map.of("segmentId", made.path("id").asString());
    owner.post(all + "/count", asked).expect(200);
    JsonNode sample = owner.post(all + "/sample", asked).expect(200);
    String member = sample.at("/items/0/id").asString();
    owner.post(all + "/explain", Map.of("condition", condition, "memberId", member)).expect(200);
    owner.post("/api/v1/campaigns/audience", Map.of("condition", condition)).expect(200);
    owner
        .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "condition", condition))
        .expect(201);
    owner
        .post(all + "/count", Map.of("condition", Map.of("type", "inTier", "tiers", List.of("x"))))
        .refused(422, "CONDITION_INVALID");
    owner.with("If-Match", "\"2\"").delete(one).expect(204);
    owner.get(one).refused(404, "SEGMENT_NOT_FOUND");
  }

  private void program() {
    Api owner = owner();
    String program = "/api/v1/program";
    JsonNode document = owner.get(program).expect(200).path("program");
    owner.get(program + "/schema").expect(200);
    JsonNode draft =
        owner.post(program + "/drafts", Map.of("name", "Autumn", "program", document)).expect(201);
    String one = program + "/drafts/" + draft.path("id").asString();
    owner.get(program + "/drafts").expect(200);
    owner.get(one).expect(200);
    owner.send("POST", one + "/validate", null).expect(200);
    owner
        .put(one, Map.of("name", "Winter", "revision", draft.path("revision").asInt()))
        .expect(200);
    owner.get(one + "/diff").expect(200);
    Map<String, Object> latte = Map.of("amount", 30_000, "categories", List.of("coffee"));
    Map<String, Object> tried = Map.of("at", "2026-12-01T09:30", "lines", List.of(latte));
    owner.post(one + "/try", tried).expect(200);
    owner.post(program + "/try", tried).expect(200);
    owner.send("POST", program + "/validate", null).expect(200);
    JsonNode whatIf =
        owner
            .post(
                program + "/what-if",
                Map.of(
                    "draftId",
                    draft.path("id").asString(),
                    "from",
                    "2026-01-01",
                    "to",
                    "2026-02-01"))
            .expect(202);
    owner.get(program + "/what-if").expect(200);
    owner.get(program + "/what-if/" + whatIf.path("id").asString()).expect(200);
    owner.delete(program + "/what-if/" + whatIf.path("id").asString()).expect(204);
    owner.post(one + "/publish", Map.of()).expect(201);
    owner.get(program + "/versions").expect(200);
    owner.get(program + "/versions/1").expect(200);
    owner.get(program + "/versions/1/diff").expect(200);
    JsonNode spare =
        owner.post(program + "/drafts", Map.of("name", "Spare", "program", document)).expect(201);
    String spared = program + "/drafts/" + spare.path("id").asString();
    String tomorrow = LocalDateTime.now(ZoneOffset.UTC).plusDays(1).withNano(0).toString();
    Map<String, Object> planned = Map.of("at", tomorrow, "force", true);
    owner.post(spared + "/publish", planned).expect(202);
    owner.get(program + "/waiting").expect(200);
    String back =
        owner
            .send("POST", program + "/waiting/take-back", null)
            .expect(201)
            .path("draftId")
            .asString();
    owner.post(program + "/drafts/" + back + "/publish", planned).expect(202);
    owner.send("POST", program + "/waiting/publish", null).expect(201);
    owner.delete(program + "/drafts/" + spare.path("id").asString()).expect(204);
    owner.get(program + "/drafts/1").refused(404, "DRAFT_NOT_FOUND");
  }

  /** Answers a preview. */
  private JsonNode design() {
    Api owner = owner();
    String design = "/api/v1/design";
    owner.get(design).expect(200);
    owner.get("/api/v1/print/sign-up?sheet=TENT_A4&lang=both").expectStatus(200);
    JsonNode document = owner.get(design + "/draft").expect(200).path("document");
    Map<String, Object> draft = Map.of("revision", 0, "document", document);
    owner.put(design + "/draft", draft).expect(200);
    owner.put(design + "/draft", draft).refused(409, "DESIGN_DRAFT_CHANGED");
    owner.delete(design + "/draft").expectStatus(204);
    owner.put(design + "/draft", draft).expect(200);
    owner.post(design + "/validate", Map.of("document", document)).expect(200);
    JsonNode preview = owner.post(design + "/preview", Map.of("document", document)).expect(200);
    owner.post(design + "/preview", Map.of("tier", "no")).refused(404, "TIER_NOT_FOUND");
    String image =
        owner
            .post(
                design + "/images",
                Map.of("content", CardDesignTest.png(114, 114, java.awt.Color.GREEN)))
            .expect(201)
            .path("id")
            .asString();
    owner.get(design + "/images/" + image).expectStatus(200);
    owner.get(design + "/images/none").refused(404, "NOT_FOUND");
    owner.get(design + "/reach").expect(200);
    owner.get(design + "/images").expect(200);
    owner.post(design + "/publish", Map.of("revision", 1)).expect(201);
    owner.get(design + "/versions").expect(200);
    owner.get(design + "/versions/1").expect(200);
    owner.get(design).expect(200);
    return preview;
  }

  private void identities() {
    Api owner = owner();
    String all = "/api/v1/identities";
    Map<String, Object> nfc = Map.of("kind", "NFC_KEY", "generate", true);
    owner.post(all + "/check", nfc).expect(200);
    JsonNode key = owner.post(all, nfc).expect(201);
    String one = all + "/" + key.path("id").asString();
    owner.get(one).expect(200);
    owner.send("POST", one + "/activate", null).expect(200);
    owner.delete(one).refused(409, "IDENTITY_STATE");
    JsonNode request =
        owner.post(all + "/requests", Map.of("email", "a@b.example", "name", "Cards")).expect(201);
    DevelopmentCa ca = DevelopmentCa.openOrCreate(kartela.folder().resolve("certs"), Instant.now());
    String issued =
        IdentitiesTest.base64(
            ca.answer(
                request.at("/detail/csrPem").asString(),
                DevelopmentCa.PASS_TYPE_IDENTIFIER,
                DevelopmentCa.TEAM_IDENTIFIER,
                true,
                kartela.clock().instant().minusSeconds(60),
                Duration.ofDays(300)));
    owner
        .post(
            all + "/" + request.path("id").asString() + "/certificate",
            Map.of("certificate", issued, "intermediate", IdentitiesTest.base64(ca.intermediate())))
        .expect(200);
    owner.delete(all + "/" + request.path("id").asString()).expectStatus(204);
    owner
        .post(all, Map.of("kind", "GOOGLE_ACCOUNT", "json", "{}"))
        .refused(422, "IDENTITY_REFUSED");
    owner.get(all).expect(200);
  }

  private void cashiers(Api owner, String key) {
    Api register = visitor.key(key);
    String store = register.get("/api/v1/register").expect(200).path("storeId").asString();
    JsonNode cashier =
        owner
            .post("/api/v1/cashiers", Map.of("storeId", store, "name", "Анна", "pin", "4821"))
            .expect(201);
    String one = "/api/v1/cashiers/" + cashier.path("id").asString();
    owner.get("/api/v1/cashiers").expect(200);
    owner.put(one + "/pin", Map.of("pin", "73519")).expect(204);
    owner.put(one + "/pin", Map.of("pin", "12a4")).refused(422, "INVALID_FIELDS");
    register.get("/api/v1/register/cashiers").expect(200);
    Map<String, Object> pin = Map.of("cashierId", cashier.path("id").asString(), "pin", "73519");
    register
        .post(
            "/api/v1/register/cashier-sessions",
            Map.of("cashierId", cashier.path("id").asString(), "pin", "0000"))
        .refused(422, "PIN_WRONG");
    String session =
        register
            .post("/api/v1/register/cashier-sessions", pin)
            .expect(201)
            .path("session")
            .asString();
    Api working = register.with("Cashier-Session", session);
    String sold =
        working
            .post(
                "/api/v1/receipts", Map.of("lines", List.of(Map.of("lineNo", 1, "amount", 1_000))))
            .expect(201)
            .path("id")
            .asString();
    working.post("/api/v1/receipts/" + sold + "/returns", Map.of()).expect(201);
    working.get("/api/v1/receipts").expect(200);
    working.delete("/api/v1/register/cashier-sessions/current").expect(204);
    owner.delete(one).expect(204);
    owner.delete(one).refused(404, "CASHIER_NOT_FOUND");
  }

  private void registers() {
    Api owner = owner();
    JsonNode stores = owner.get("/api/v1/stores").expect(200);
    JsonNode made =
        owner
            .post(
                "/api/v1/registers",
                Map.of("storeId", stores.at("/items/0/id").asString(), "name", "Касса 9"))
            .expect(201);
    visitor.key(made.path("key").asString()).get("/api/v1/register").expect(200);
    cashiers(owner, made.path("key").asString());
    String keys = "/api/v1/registers/" + made.path("id").asString() + "/keys";
    owner
        .put("/api/v1/registers/" + made.path("id").asString(), Map.of("name", "Касса 10"))
        .expect(204);
    String fresh = owner.post(keys, Map.of("keepOldHours", 1)).expect(201).path("key").asString();
    visitor.key(fresh).get("/api/v1/register").expect(200);
    visitor.key(made.path("key").asString()).get("/api/v1/register").expect(200);
    owner.get("/api/v1/stores").expect(200);
    owner.delete(keys + "/old").expect(204);
    owner.get("/api/v1/till-settings").expect(200);
    owner.put("/api/v1/till-settings", Map.of("scansPerCardHour", 500)).expect(200);
    owner.put("/api/v1/till-settings", Map.of("offlineDays", -1)).refused(422, "INVALID_FIELDS");
    owner.delete("/api/v1/registers/" + made.path("id").asString()).expect(204);
    owner.delete("/api/v1/registers/1").refused(404, "REGISTER_NOT_FOUND");
  }

  /** Customers without a card: found by name, or back with it later the same day. */
  private void forgotten() {
    Api owner = owner();
    Newcomer member = Newcomer.join(visitor, "+7 916 200-77-01", "Зоя Седова", true);
    JsonNode found = till.post("/api/v1/member-searches", Map.of("text", "Зоя 7701")).expect(200);
    String searched = "/api/v1/member-searches/" + found.path("searchId").asString() + "/choice";
    till.post(searched, Map.of("item", 1)).expect(200);
    till.post(searched, Map.of("item", 5)).refused(404, "MEMBER_SEARCH_OVER");
    till.post("/api/v1/member-searches", Map.of("text", "А")).refused(422, "INVALID_FIELDS");
    String receipt =
        till.postText("/api/v1/receipts", "{\"lines\":[{\"amount\":90000}]}")
            .expect(201)
            .path("id")
            .asString();
    String give = "/api/v1/receipts/" + receipt + "/member";
    Map<String, ?> who = Map.of("memberId", member.memberId());
    till.post(give, who).refused(403, "LATE_CARD_OFF");
    owner.put("/api/v1/till-settings", Map.of("lateCards", true)).expect(200);
    String card =
        visitor
            .get("/api/v1/public/cards/" + member.cardToken())
            .expect(200)
            .path("code")
            .asString();
    till.post("/api/v1/scans", Map.of("text", card)).expect(200);
    till.post(give, who).expect(201);
    till.get("/api/v1/receipts/" + receipt).expect(200);
    owner.get("/api/v1/members/" + member.memberId() + "/operations").expect(200);
    owner.get("/api/v1/members/" + member.memberId() + "/receipts").expect(200);
    owner.get("/api/v1/members/" + member.memberId() + "/messages").expect(200);
  }

  private void cards(Newcomer member) {
    Api owner = owner();
    String cards = "/api/v1/members/" + member.memberId() + "/cards";
    owner.post(cards, Map.of("number", "PLASTIC-1")).expect(201);
    till.post(cards, Map.of("number", "PLASTIC-2", "uid", "04A1B2C3")).expect(201);
    JsonNode list = owner.get(cards).expect(200).path("items");
    String last = list.path(list.size() - 1).path("id").asString();
    owner.put(cards + "/" + last + "/state", Map.of("status", "BLOCKED")).expect(200);
    owner.delete(cards + "/" + last).expect(204);
    owner.send("POST", cards + "/reissue", null).expect(201);
    Map<String, Object> loser =
        Map.of(
            "phone",
            "+7 916 700-00-77",
            "name",
            "Loser",
            "consentTerms",
            true,
            "consentData",
            true);
    String lost = till.post("/api/v1/members", loser).expect(201).path("memberId").asString();
    owner
        .post(
            "/api/v1/members/" + lost + "/cards/reissue",
            Map.of("reason", "PHONE_LOST", "send", true))
        .expect(201);
    owner.post(cards + "/reissue", Map.of("reason", "NO_SUCH")).refused(422, "INVALID_FIELDS");
    owner.send("POST", cards + "/rotating", null).expect(201);
    JsonNode batch =
        owner
            .post(
                "/api/v1/card-batches",
                Map.of(
                    "name",
                    "Spring",
                    "generate",
                    Map.of("first", "200000000100", "count", 5, "checkDigit", "EAN13")))
            .expect(201);
    owner
        .post(
            "/api/v1/card-batches",
            Map.of(
                "name",
                "Old",
                "cards",
                List.of(
                    Map.of("number", "PLASTIC-1"),
                    Map.of("number", "PLASTIC-3", "uid", "DEADBEEF", "phone", "+79162000002"))))
        .expect(201);
    owner.get("/api/v1/card-batches").expect(200);
    String blanks = "/api/v1/card-batches/" + batch.path("id").asString() + "/cards?limit=2";
    String next = owner.get(blanks).expect(200).path("nextCursor").asString();
    owner.get(blanks + "&cursor=" + next).expect(200);
    owner.get(blanks.replace("/cards?limit=2", "/cards.txt"));
    owner.delete("/api/v1/card-batches/" + batch.path("id").asString()).expect(200);
    String traces = "/api/v1/scans?limit=1&memberId=" + member.memberId();
    owner.get(traces).expect(200);
    String more = owner.get("/api/v1/scans?limit=1").expect(200).path("nextCursor").asString();
    owner.get("/api/v1/scans?limit=5&cursor=" + more).expect(200);
    till.post("/api/v1/spend-codes", Map.of("memberId", member.memberId())).expect(202);
    till.post(
            "/api/v1/spend-codes/confirm",
            Map.of(
                "memberId", member.memberId(), "code", Newcomer.codeFor(visitor, "+79162000001")))
        .expect(200);
  }

  private void nfc() {
    Api owner = owner();
    JsonNode key = owner.post("/api/v1/nfc-keys", Map.of("name", "Readers")).expect(201);
    owner.get("/api/v1/nfc-keys").expect(200);
    owner.post("/api/v1/nfc-keys/trials", Map.of("cryptogram", "00".repeat(60))).expect(200);
    owner.delete("/api/v1/nfc-keys/" + key.path("id").asString()).expect(204);
    owner.delete("/api/v1/nfc-keys/1").refused(404, "NFC_KEY_NOT_FOUND");
  }

  private void offline(Newcomer member) {
    String at = kartela.clock().instant().minusSeconds(600).toString();
    Map<String, Object> lines = Map.of("lineNo", 1, "amount", 10_000);
    Map<String, Object> batch =
        Map.of(
            "sentAt",
            kartela.clock().instant().toString(),
            "receipts",
            List.of(
                Map.of(
                    "key",
                    "late-1",
                    "receipt",
                    Map.of("memberId", member.memberId(), "at", at, "lines", List.of(lines)),
                    "paid",
                    9_999),
                Map.of(
                    "key",
                    "late-2",
                    "card",
                    Map.of("text", "+7 916 200-00-01", "source", "MANUAL"),
                    "receipt",
                    Map.of("at", at, "lines", List.of(lines))),
                Map.of(
                    "key",
                    "late-3",
                    "card",
                    Map.of("text", "4600702081237"),
                    "receipt",
                    Map.of("at", at, "lines", List.of(lines)))));
    JsonNode answer = till.post("/api/v1/receipts:batch", batch).expect(200);
    assertEquals(2, answer.path("booked").asInt(), answer::toString);
    till.post("/api/v1/receipts:batch", batch).expect(200);
  }

  private void simulator(Newcomer member, JsonNode preview) {
    visitor.get("/simulator/demo").expect(200);
    visitor.get("/simulator/messages").expect(200);
    for (String platform : List.of("APPLE", "GOOGLE")) {
      SimulatedPhone phone = SimulatedPhone.create(visitor, platform);
      phone.add(member.cardUrl());
      JsonNode card = phone.look().at("/cards/0");
      visitor.get("/simulator/phones").expect(200);
      visitor.delete("/simulator/phones/" + phone.id() + "/notices").expect(200);
      visitor
          .delete("/simulator/phones/" + phone.id() + "/cards/" + card.path("serial").asString())
          .expect(200);
      String one = "/simulator/phones/" + phone.id();
      visitor.put(one, Map.of("name", "Мой", "online", false)).expect(200);
      visitor.post(one + "/cards", Map.of("card", member.cardUrl())).refused(422, "WALLET_REFUSED");
      visitor.put(one, Map.of("online", true)).expect(200);
      Answer renewed = visitor.post(one + "/push-token", Map.of("tell", true));
      if (platform.equals("APPLE")) {
        renewed.expect(200);
      } else {
        renewed.refused(422, "WALLET_REFUSED");
      }
      visitor.post(one + "/samples", preview).expect(200);
      visitor.post(one + "/samples", Map.of("apple", 1)).refused(422, "WALLET_REFUSED");
      visitor.delete("/simulator/phones/" + phone.id()).expect(204);
      visitor.get("/simulator/phones/" + phone.id()).refused(404, "PHONE_NOT_FOUND");
    }
    visitor.post("/simulator/phones", Map.of("platform", "NOKIA")).expect(422);
  }

  @Test
  void everyRouteServedIsInTheContract() {
    Set<String> written = new TreeSet<>();
    contract.operations().forEach(o -> written.add(o.shape()));
    Set<String> served = new TreeSet<>();
    for (String route : kartela.routes()) {
      if (route.equals("GET /health")
          || API.stream().anyMatch(route.substring(route.indexOf(' ') + 1)::startsWith)) {
        served.add(route);
      }
    }
    Set<String> unwritten = new TreeSet<>(served);
    unwritten.removeAll(written);
    assertEquals(Set.of(), unwritten, "served, but not in openapi.yaml");
    written.removeAll(served);
    assertEquals(Set.of(), written, "in openapi.yaml, but not served");
  }

  /** A comma in an unquoted description makes YAML read its rest as a key without a value. */
  @Test
  void noDescriptionIsTornApart() {
    List<String> torn = new ArrayList<>();
    collectEmpty(contract.document(), "", torn);
    assertEquals(List.of(), torn);
  }

  private static void collectEmpty(JsonNode node, String path, List<String> empty) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String at = path + "/" + entry.getKey();
      if (entry.getValue().isNull() && !path.contains("/example")) {
        empty.add(at);
      }
      collectEmpty(entry.getValue(), at, empty);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collectEmpty(node.get(i), path + "/" + i, empty);
    }
  }

  @Test
  void theJudgeIsStrict() {
    Answer answer = till.get("/api/v1/register");
    Api.Exchange right = new Api.Exchange("GET", "/api/v1/register", null, answer);
    assertEquals(List.of(), contract.mistakes(right));
    List<Api.Exchange> wrong = new ArrayList<>();
    wrong.add(new Api.Exchange("GET", "/api/v1/stores", null, answer)); // required field missing
    wrong.add(
        new Api.Exchange("GET", "/api/v1/session", null, answer)); // fields not in the contract
    wrong.add(new Api.Exchange("DELETE", "/api/v1/holds/1", null, answer)); // another status
    wrong.add(new Api.Exchange("GET", "/api/v1/register?x=1", null, answer)); // unknown parameter
    wrong.add(new Api.Exchange("GET", "/api/v1/nothing", null, answer)); // unknown path
    wrong.forEach(exchange -> assertNotEquals(List.of(), contract.mistakes(exchange)));
    Answer member = kartela.api().get("/api/v1/public/shops/zerno");
    assertEquals(
        List.of(),
        contract.mistakes(new Api.Exchange("GET", "/api/v1/public/shops/zerno", null, member)));
  }
}
