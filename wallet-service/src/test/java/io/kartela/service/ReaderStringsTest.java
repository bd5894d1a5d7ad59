package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.code.CardCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What readers, keyboards and people give to the till, and whom it must find or how it must refuse.
 * One line of a table each.
 */
class ReaderStringsTest extends WithShops {
  private final TestShop shop = maker.open("strings", "");
  private final Api owner = shop.owner();
  private final Api till = shop.register();
  private final List<DynamicTest> table = new ArrayList<>();

  private final JsonNode wallet = shop.signUp(Map.of("phone", "+79161112233"));
  private final String anna = wallet.path("memberId").asString();
  private final String plastic = shop.member();
  private final String zeros = shop.member();
  private final String chip = shop.member();

  private void attach(String member, String field, String value) {
    owner.post("/api/v1/members/" + member + "/cards", Map.of(field, value)).expect(201);
  }

  private void found(String member, String medium, String... texts) {
    for (String text : texts) {
      line(text, Map.of("text", text), member, medium, "");
    }
  }

  private void mended(String member, String repair, String... texts) {
    for (String text : texts) {
      line(text, Map.of("text", text), member, "", repair);
    }
  }

  private void from(String source, String symbology, String member, String text) {
    line(
        source + " " + symbology + " " + text,
        Map.of("text", text, "source", source, "symbology", symbology),
        member,
        "",
        "");
  }

  private void line(String name, Map<String, ?> body, String member, String medium, String repair) {
    String shown = (table.size() + 1) + " " + name.replaceAll("\\p{Cntrl}", "¬");
    table.add(
        DynamicTest.dynamicTest(
            shown,
            () -> {
              Answer answer = till.post("/api/v1/scans", body);
              JsonNode seen = answer.expect(200);
              assertEquals(member, seen.path("memberId").asString(), answer::text);
              if (!medium.isEmpty()) {
                assertEquals(medium, seen.path("medium").asString(), answer::text);
              }
              if (!repair.isEmpty()) {
                assertTrue(seen.path("repairs").toString().contains(repair), answer::text);
              }
            }));
  }

  private void refused(String code, String... texts) {
    for (String text : texts) {
      refusedAs(code, Map.of("text", text), text);
    }
  }

  private void refusedAs(String code, Map<String, ?> body, String name) {
    int status = code.endsWith("NOT_FOUND") ? 404 : 422;
    String shown = (table.size() + 1) + " " + code + " " + name.replaceAll("\\p{Cntrl}", "¬");
    table.add(
        DynamicTest.dynamicTest(
            shown, () -> till.post("/api/v1/scans", body).refused(status, code)));
  }

  @TestFactory
  List<DynamicTest> everyString() {
    owner
        .put(
            "/api/v1/till-settings",
            Map.of("scansPerCardHour", 10_000, "missesPerRegisterMinute", 10_000))
        .expect(200);
    attach(plastic, "number", "4608000000011");
    attach(plastic, "number", "2000000000015");
    attach(plastic, "number", "CLUB-7Q");
    // Plastic of before; new plastic may not look like a phone.
    kartela.execute(
        "INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at) VALUES ("
            + shop.id()
            + ", '9000123456', "
            + plastic
            + ", 'PHYSICAL', 'ACTIVE', now())");
    attach(plastic, "number", "012345678905");
    attach(zeros, "number", "0000012345678");
    attach(chip, "uid", "04:A1:B2:C3:D4:E5:80");
    attach(chip, "uid", "DEADBEEF");
    walletCodes();
    phones();
    plasticNumbers();
    stripes();
    chips();
    envelopes();
    goods();
    nonsense();
    oddities();
    assertTrue(table.size() >= 150, "only " + table.size());
    return table;
  }

  private void walletCodes() {
    String token = wallet.path("cardToken").asString();
    String code =
        kartela.api().get("/api/v1/public/cards/" + token).expect(200).path("code").asString();
    found(
        anna,
        "CODE",
        code,
        code.replaceAll("(.{4})", "$1 "),
        code.replaceAll("(.{5})", "$1-").replaceAll("-$", ""));
    mended(
        anna,
        "TERMINATOR",
        code + "\r",
        code + "\n",
        code + "\r\n",
        code + "\t",
        " " + code,
        "\n" + code + "\r\n");
    mended(
        anna,
        "SYMBOLOGY_PREFIX",
        "]Q1" + code,
        "]Q0" + code,
        "]C0" + code,
        "]L0" + code,
        "]z0" + code,
        "]d1" + code,
        "]q1" + code,
        "]Q1" + code + "\r\n",
        "ъЙ1" + code,
        "ъй1" + code);
    from("CAMERA", "QR_CODE", anna, code);
    from("CAMERA", "PDF_417", anna, code);
    from("CAMERA", "AZTEC", anna, code);
    from("WEDGE", "CODE_128", anna, code);
    from("SERIAL", "QR", anna, "Q" + code);
    from("NFC", "", anna, "A" + code);
    from("NFC", "", anna, code);
    from("SERIAL", "", anna, "G" + code + "\r\n");
    String other = CardCode.random();
    refused("CARD_NOT_FOUND", other, "]Q1" + other, other + "\r\n");
    String slip = code.substring(0, 19) + (char) ('0' + (code.charAt(19) - '0' + 1) % 10);
    refusedAs("CHECK_DIGIT_WRONG", Map.of("text", slip, "source", "MANUAL"), "mistyped");
    refused("CARD_NOT_FOUND", slip);
  }

  private void phones() {
    found(
        anna,
        "PHONE",
        "+79161112233",
        "79161112233",
        "89161112233",
        "9161112233",
        "+7 916 111-22-33",
        "+7 (916) 111-22-33",
        "8 (916) 111-22-33",
        "8-916-111-22-33",
        "8 916 111 22 33",
        "8.916.111.22.33",
        "+7-916-1112233",
        "7(916)1112233",
        "(916) 111-22-33",
        "916 111 22 33",
        "tel:+79161112233",
        "+7 916 111 22 33 ",
        "８９１６１１１２２３３",
        "+7(916)111–22–33",
        "8(916)1112233\r\n");
    refused("MEMBER_NOT_FOUND", "+79169999999", "8 (916) 999-99-99", "+4915123456789");
  }

  private void plasticNumbers() {
    found(
        plastic,
        "CODE",
        "4608000000011",
        "4 608000 000011",
        "2000000000015",
        "9000123456",
        "9000 123 456",
        "CLUB-7Q",
        "012345678905");
    mended(plastic, "CASE", "club-7q", "Club-7q");
    mended(plastic, "LAYOUT", "СДГИ-7Й", "сдги-7й");
    mended(
        plastic,
        "SYMBOLOGY_PREFIX",
        "]E04608000000011",
        "]C0CLUB-7Q",
        "]A0CLUB-7Q",
        "]E02000000000015");
    from("WEDGE", "EAN_13", plastic, "4608000000011");
    mended(plastic, "UPC_LENGTH", "0012345678905");
    mended(zeros, "LEADING_ZEROS", "12345678", "012345678", "000012345678", "12345678\r\n");
    found(zeros, "CODE", "0000012345678");
    refused("CARD_NOT_FOUND", "CLUB-8Q", "2000000000022", "777777777");
    // Ten digits that begin with 9 may be a phone as well.
    refused("MEMBER_NOT_FOUND", "9000123457");
    refused("CHECK_DIGIT_WRONG", "4608000000012");
  }

  /** What other shops' readers and keyboards made of it. */
  private void oddities() {
    String token = wallet.path("cardToken").asString();
    String code =
        kartela.api().get("/api/v1/public/cards/" + token).expect(200).path("code").asString();
    StringBuilder arabic = new StringBuilder();
    code.chars().forEach(c -> arabic.append((char) (c - '0' + 0x0660)));
    found(
        anna, "CODE", arabic.toString(), "Ъй1" + code, "\ufeff" + code, "\u0002" + code + "\u0003");
    String minsk = shop.signUp(Map.of("phone", "+375291234567")).path("memberId").asString();
    found(
        anna,
        "PHONE",
        "0079161112233",
        "00 7 916 111 22 33",
        "8 10 7 916 111-22-33",
        "+7 916 111-22-33 доб. 5");
    found(minsk, "PHONE", "00375291234567", "375291234567", "810375291234567");
    refused("CARD_NOT_FOUND", "00375291234568", "375291234568");
    from("WEDGE", "UPC_A", plastic, "012345678905");
    found(
        plastic,
        "STRIPE",
        "%E?;9000123456=2812?",
        ";E?%B9000123456^IVANOVA/ANNA^2812?",
        "Ж9000123456=2812,",
        "\u0002;9000123456?\u0003");
    refused(
        "PRODUCT_CODE",
        "]e00104607034170021",
        "01 04607034170021 21 5qCgPX4aTsd2",
        "01046070341700212155qCgPX4aTsd291EE0692" + "A".repeat(44));
    String pairs = "ab".repeat(60);
    refused(
        "NFC_KEY_UNKNOWN", pairs.replaceAll("(..)", "$1 "), pairs.replaceAll("(..)(?=.)", "$1:"));
  }

  private void stripes() {
    found(
        plastic,
        "STRIPE",
        ";9000123456?",
        ";9000123456?\r\n",
        ";9000123456=?",
        ";9000123456=0000?",
        ";9000123456=2812101?",
        "%9000123456?",
        "%B9000123456^IVANOVA/ANNA^2812101?",
        "%B9000123456^ ^?",
        "%CLUB-7Q?",
        "+9000123456?",
        "%9000123456?;9000123456?",
        "%B9000123456^IVANOVA/ANNA^2812?;9000123456=2812?+0?",
        "ж9000123456,",
        "ж9000123456=0000,",
        "%И9000123456:ШМФТЩМФ.ФТТФ:2812101,",
        "%b9000123456^ivanova/anna^2812101?");
    found(zeros, "STRIPE", ";0000012345678?");
    refused("CARD_NOT_FOUND", ";1234?", ";9000123457=0000?");
    refused(
        "PAYMENT_CARD",
        ";4111111111111111=2812101000000000?",
        "%B4111111111111111^IVANOVA/ANNA^28121010000000?",
        ";5500000000000004=2712101?",
        ";2200000000000004=3001?",
        "ж4111111111111111=2812101,",
        ";4111111111111111=2812101?\r\n");
  }

  private void chips() {
    found(
        chip,
        "CODE",
        "04A1B2C3D4E580",
        "04a1b2c3d4e580",
        "04:A1:B2:C3:D4:E5:80",
        "04 A1 B2 C3 D4 E5 80",
        "04-A1-B2-C3-D4-E5-80",
        "0x04A1B2C3D4E580",
        "DEADBEEF",
        "deadbeef",
        "DE AD BE EF",
        Long.toString(0xDEADBEEFL),
        Long.toString(0x04A1B2C3D4E580L),
        "0" + Long.toString(0xDEADBEEFL));
    mended(
        chip,
        "UID_ORDER",
        "80E5D4C3B2A104",
        "80:E5:D4:C3:B2:A1:04",
        "EFBEADDE",
        Long.toString(0xEFBEADDEL),
        "80E5D4C3B2A104\r\n");
    mended(chip, "LAYOUT", "ВУФВИУУА");
    refused("CARD_NOT_FOUND", "04A1B2C3D4E581", "01020304", "EE:FF:00:11");
  }

  private void envelopes() {
    found(
        plastic,
        "APPLE_NFC",
        "{\"result\":\"ok\",\"nfcMessage\":\"4608000000011\",\"nfcTimestamp\":\"2026-11-21T09:00:00Z\"}",
        "{\"nfcMessage\":\"9000123456\"}",
        "{\"type\":\"apple-pay\",\"passTypeIdentifier\":\"pass.a\",\"data\":{\"timeStamp\":\"2026-11-21T09:01:00Z\",\"message\":\"9000123456\"}}",
        "{\"type\":\"apple-pay\",\"data\":{\"timeStamp\":1795251660,\"message\":\"club-7q\"}}",
        "{\"type\":\"apple-pay\",\"data\":{\"timeStamp\":1795251661000,\"message\":\"CLUB-7Q\"}}",
        "{\"type\":\"apple-pay\",\"data\":{\"timeStamp\":816944475,\"message\":\"CLUB-7Q\"}}",
        "{\"TYPE\":\"APPLE-PAY\",\"DATA\":{\"MESSAGE\":\"club-7q\"}}",
        "{\"type\":\"apple-vas\",\"plaintext\":\"30b1955c39303030313233343536\"}",
        "ХЭензуЭЖЭфззду-зфнЭбЭьуыыфпуЭЖЭ9000123456ЭЪ");
    found(
        plastic,
        "GOOGLE_NFC",
        "{\"type\":\"google-pay\",\"data\":{\"message\":\"9000123456\"}}",
        "{\"type\":\"smart-tap\",\"redemptionValue\":\"CLUB-7Q\"}",
        "{\"smartTapRedemptionValue\":\"4608000000011\"}");
    found(
        plastic,
        "CODE",
        "{\"type\":\"qr\",\"data\":{\"text\":\"CLUB-7Q\"}}",
        "{\"code\":\"4608000000011\",\"format\":\"EAN_13\"}");
    found(chip, "CODE", "{\"uid\":\"04A1B2C3D4E580\"}");
    refused(
        "NFC_STALE",
        "{\"nfcMessage\":\"9000123456\",\"nfcTimestamp\":\"2026-11-21T08:00:00Z\"}",
        "{\"nfcMessage\":\"9000123456\",\"nfcTimestamp\":\"2026-11-21T10:00:00Z\"}",
        "{\"nfcMessage\":\"9000123456\",\"nfcTimestamp\":\"yesterday\"}");
    refused(
        "READ_REPLAYED",
        "{\"nfcMessage\":\"4608000000011\",\"nfcTimestamp\":\"2026-11-21T09:00:00Z\"}");
    refused(
        "NFC_UNREADABLE",
        "{\"nfcMessage\":\"\"}",
        "{\"cryptogram\":\"00ff\"}",
        "{\"cryptogram\":\"no\"}");
    refused(
        "CODE_UNREADABLE", "{", "{}", "{\"a\":1}", "{\"text\":\"{}\"}", "[1,2]", "{\"data\":[]}");
    refused("NFC_KEY_UNKNOWN", "ab".repeat(60), "AB".repeat(56));
  }

  private void goods() {
    refused(
        "PRODUCT_CODE",
        "4600702081237",
        "4006381333931",
        "5901234123457",
        "]E04600702081237",
        "9783161484100",
        "4600702081237\r\n",
        "0104600702081237215Abc:\"d%&f",
        "010460070208123721ABCDEFG\u001d93dGVz",
        "\u001d010460070208123721ABCDEFG\u001d93dGVz",
        "]d20104600702081237" + "21ABCDEFG\u001d93dGVz",
        "]C10104600702081237",
        "(01)04600702081237(21)ABCDEFG12",
        "010460070208123710LOT12345",
        "04600439931256qWeRtY1ABCDxyz1",
        "22N00000XOI0KPUVPT2PCFM21025018007104MUYVKKZBHPAIH7DKMIZWTM3GHYLIKWSB".substring(0, 68),
        "t=20261121T1200&s=123.00&fn=9999078900001234&i=12345&fp=3812345678&n=1",
        "ъУ04600702081237");
    refusedAs("PRODUCT_CODE", Map.of("text", "96385074", "symbology", "EAN_8"), "EAN-8");
    refusedAs("PRODUCT_CODE", Map.of("text", "036000291452", "symbology", "UPC_A"), "UPC-A");
    refusedAs("PRODUCT_CODE", Map.of("text", "]E496385074"), "EAN-8 by prefix");
    refused("GIFT_CODE", "GIFT-ABCD-1234", "GC 1234 5678 9012", "gc-12345678");
  }

  private void nonsense() {
    refused(
        "CODE_UNREADABLE",
        "?",
        "-",
        "a",
        "a\u0000b",
        "https://example.com/c/abc",
        "hello, world",
        "%%%",
        ";?",
        "\u001b[2J",
        "😀😀😀",
        "x".repeat(65),
        "]Q1");
  }
}
