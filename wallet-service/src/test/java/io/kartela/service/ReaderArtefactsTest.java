package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.service.code.CardCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * What readers, their drivers and people's keyboards put around a number and into it: every one of
 * them leads to the same card, and none of them to another's.
 */
class ReaderArtefactsTest extends WithShops {
  private final TestShop shop = maker.open("artefacts", "");
  private final Api owner = shop.owner();
  private final Api till = shop.register();
  private final List<DynamicTest> table = new ArrayList<>();

  private final JsonNode wallet = shop.signUp(Map.of());
  private final String anna = wallet.path("memberId").asString();
  private final String plastic = shop.member();
  private final String longer = shop.member();
  private final String chip = shop.member();

  private void attach(String member, String field, String value) {
    owner.post("/api/v1/members/" + member + "/cards", Map.of(field, value)).expect(201);
  }

  private void found(String member, String... texts) {
    for (String text : texts) {
      table.add(
          DynamicTest.dynamicTest(
              name(text),
              () -> {
                Answer answer = till.post("/api/v1/scans", Map.of("text", text));
                assertEquals(member, answer.expect(200).path("memberId").asString(), answer::text);
              }));
    }
  }

  private void refused(String code, String... texts) {
    int status = code.endsWith("NOT_FOUND") ? 404 : 422;
    for (String text : texts) {
      table.add(
          DynamicTest.dynamicTest(
              code + " " + name(text),
              () -> till.post("/api/v1/scans", Map.of("text", text)).refused(status, code)));
    }
  }

  private String name(String text) {
    return (table.size() + 1) + " " + text.replaceAll("\\p{Cntrl}", "¬");
  }

  @TestFactory
  List<DynamicTest> everyArtefact() {
    owner
        .put(
            "/api/v1/till-settings",
            Map.of("scansPerCardHour", 10_000, "missesPerRegisterMinute", 10_000))
        .expect(200);
    attach(plastic, "number", "ABC-12345");
    // Plastic of before; new plastic may not look like a phone.
    kartela.execute(
        "INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at) VALUES ("
            + shop.id()
            + ", '9000123456', "
            + plastic
            + ", 'PHYSICAL', 'ACTIVE', now())");
    attach(plastic, "number", "800001");
    attach(plastic, "number", "4608000000011");
    attach(longer, "number", "ABC-123456");
    attach(longer, "number", "D-800002");
    attach(chip, "uid", "04:A1:B2:C3:D4:E5:80");
    around(code(wallet));
    inside(code(wallet));
    prefixes(code(wallet));
    taps(CardCode.tap(code(wallet)));
    spelling();
    goods();
    return table;
  }

  private void around(String code) {
    for (String end :
        List.of(
            ";",
            "#",
            "\u0000",
            "\u0000\u0000",
            "\r",
            "\n",
            "\r\n",
            "\t",
            "\u001e\u0004",
            "№",
            ",",
            "|",
            "*",
            "$",
            "\\r\\n",
            "<CR>",
            "{ENTER}",
            " ; ",
            "#\r\n",
            "ж")) {
      found(anna, code + end);
    }
    found(
        anna,
        "\u0002" + code + "\u0003",
        "\u0002" + code + "\u0003M",
        "\u0002" + code + "\r\u0003\u0017",
        "\"" + code + "\"",
        "'" + code + "'",
        "'" + code,
        "«" + code + "»",
        "“" + code + "”",
        "#" + code + "#",
        "*" + code + "*",
        "\ufeff" + code + "\u200b",
        "ï»¿" + code,
        "ÿþ" + wide(code, true),
        wide(code, true),
        wide(code, false),
        "]Q2\\000026" + code,
        "]d4\\000026" + code + "\r\n",
        "]z3\\000003\\000026" + code,
        "ъЙ2\\000026" + code,
        code.replaceAll("(.)", "%3$1"),
        "%5DQ1" + code);
    found(
        plastic, "9000123456?", "9000123456=2812?7", ";9000123456?7", "\u0002;9000123456?\u00035");
  }

  private static String wide(String text, boolean little) {
    return text.replaceAll("(.)", little ? "$1\u0000" : "\u0000$1");
  }

  private void inside(String code) {
    found(anna, "0" + code, "00" + code, "0000" + code, "0" + code + "\r\n", "]C00" + code);
    for (String between :
        List.of("\u00a0", "\u202f", "\u2007", "\u2009", "\u3000", "–", "—", "−", ".")) {
      found(anna, code.replaceAll("(.{4})(?=.)", "$1" + between));
    }
    StringBuilder wide = new StringBuilder();
    code.chars().forEach(c -> wide.append((char) (c + 0xfee0)));
    found(
        anna,
        wide.toString(),
        "\u202d" + code + "\u202c",
        code.substring(0, 9) + "\u00ad" + code.substring(9));
    found(
        chip,
        "04.A1.B2.C3.D4.E5.80",
        "04,A1,B2,C3,D4,E5,80",
        "04_a1_b2_c3_d4_e5_80",
        "0x04 0xA1 0xB2 0xC3 0xD4 0xE5 0x80",
        "UID:04A1B2C3D4E580",
        "uid=04a1b2c3d4e580\r\n",
        "CSN 80 E5 D4 C3 B2 A1 04");
  }

  private void prefixes(String code) {
    for (String id :
        List.of("B", "D", "j", "s", "r", "w", "z", "X", "P00", "P01", "о", "ы", "A", "G", "Q")) {
      found(anna, id + code);
    }
    found(plastic, "B9000123456", "d4608000000011", "j9000123456", "P019000123456", "A800001");
    for (String[] pair :
        new String[][] {
          {"A", "A"},
          {"B", "B"},
          {"a", "b"},
          {"A", "D"},
          {"d", "c"},
          {"T", "N"},
          {"*", "E"},
          {"t", "e"},
          {"Ф", "И"}
        }) {
      found(plastic, pair[0] + "9000123456" + pair[1]);
      found(anna, pair[0] + code + pair[1]);
    }
    found(plastic, "]F0A9000123456A", "]F0a9000123456b\r\n", "A9000-123-456B");
    found(plastic, "460800000001"); // a reader that keeps the check digit to itself
    // The letter is a part of other numbers; what was read exactly wins.
    found(longer, "D-800002", "D800002");
    refused("CARD_NOT_FOUND", "B800009", "A800009A", "E-800001-7", "BABC-99999");
  }

  private void taps(String tap) {
    found(
        anna,
        tap,
        tap.toLowerCase(Locale.ROOT),
        "A" + tap,
        "G" + tap + "\r\n",
        "a" + tap.toLowerCase(Locale.ROOT),
        "{\"nfcMessage\":\"" + tap + "\"}",
        "{\"smartTapRedemptionValue\":\"" + tap + "\"}");
    String other = (tap.charAt(0) == '0' ? '1' : '0') + tap.substring(1);
    refused("CARD_NOT_FOUND", other, "A" + other);
  }

  private void spelling() {
    found(
        plastic,
        "ABC12345",
        "abc12345",
        "АВС12345",
        "АВС-12345",
        "авс-12345",
        "ABC–12345",
        "ABC — 12345",
        "ABC 12345",
        "ABC.12345",
        "ＡＢＣ-12345",
        "0000800001",
        "00800001",
        "800001",
        "0000800001;",
        "00009000123456",
        ";00009000123456?");
    found(longer, "ABC123456", "АВС–123456");
    refused("CARD_NOT_FOUND", "ABC-1234", "ABD12345", "80000100", "80001");
  }

  private void goods() {
    String item = "04607034170021";
    String right = "04601234567893";
    refused(
        "PRODUCT_CODE",
        "è01" + item + "215qCgPX4aTsd2è93dGVz",
        "и01" + item + "215qCgPX4aTsd2и93dGVz",
        "§01" + item + "215qCgPX4aTsd2§93dGVz",
        "w01" + item + "215qCgPX4aTsd2\u001d93dGVz",
        "P0001" + item + "215qCgPX4aTsd2\u001d93dGVz",
        "^]01" + item + "215qCgPX4aTsd2^]93dGVz",
        "<GS>01" + item + "215qCgPX4aTsd2<GS>93dGVz",
        "]Q2\\00002601" + item + "215qCgPX4aTsd2",
        "è01" + right,
        "§01" + right,
        "è01" + right + "21x",
        "https://id.gs1.org/01/" + item + "/21/5qCgPX4aTsd2",
        "HTTPS://ID.GS1.ORG/01/" + item,
        "https://brand.example/products/gtin/4607034170021?10=ABC",
        "]Q1https://id.gs1.org/01/" + item + "/10/LOT?17=281231\r\n",
        "d4600702081237",
        "4600702081237;");
    refused("CARD_NOT_FOUND", "è01" + item, "01" + right, "#01" + right, "W01" + right);
    refused("CODE_UNREADABLE", "https://example.com/c/abc", "https://example.com/about");
  }
}
