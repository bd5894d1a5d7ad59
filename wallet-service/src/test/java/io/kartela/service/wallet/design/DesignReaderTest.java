package io.kartela.service.wallet.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.Template;
import io.kartela.service.wallet.design.CardDesign.Group;
import io.kartela.service.wallet.pass.TestCards;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DesignReaderTest {
  private static final String BALANCE =
      "{'key':'balance','label':{'ru':'Бонусы','en':'Bonuses'},'value':'{balance}'}";
  private static final Map<String, DesignReader.Size> IMAGES =
      Map.of(
          "square", new DesignReader.Size(114, 114),
          "wide", new DesignReader.Size(1125, 432),
          "tiny", new DesignReader.Size(20, 20));

  private static DesignReader.Result readToday(String validity) {
    String document =
        ("{'schema':1,'description':'{program}','validity':" + validity + "}").replace('\'', '"');
    return DesignReader.read(
        document, new DesignReader.Surroundings(IMAGES, null, false, LocalDate.of(2026, 11, 22)));
  }

  @Test
  void anEndThatMakesNoSenseIsRefusedWithItsReason() {
    Map<String, String> reasons =
        Map.ofEntries(
            Map.entry("{'until':'2026-11-21'}", "END_IN_PAST validity.until"),
            Map.entry("{'until':'2099-01-01'}", "END_TOO_FAR validity.until"),
            Map.entry("{'until':'31.12.2027'}", "BAD_DATE validity.until"),
            Map.entry("{'until':'2027-02-30'}", "BAD_DATE validity.until"),
            Map.entry("{'days':0}", "PERIOD_TOO_SHORT validity.days"),
            Map.entry("{'days':3651}", "PERIOD_TOO_LONG validity.days"),
            Map.entry("{'months':-1}", "PERIOD_TOO_SHORT validity.months"),
            Map.entry("{'months':121}", "PERIOD_TOO_LONG validity.months"),
            Map.entry("{'months':'12'}", "WRONG_TYPE validity.months"),
            Map.entry("{'days':1,'months':1}", "TWO_PERIODS validity.days"),
            Map.entry("{'days':1,'expired':'NO'}", "UNKNOWN_WAY validity.expired"),
            Map.entry("{'expired':'WARN'}", "REQUIRED validity"),
            Map.entry("{'years':1,'days':1}", "UNKNOWN_FIELD validity.years"),
            Map.entry("[]", "WRONG_TYPE validity"));
    reasons.forEach(
        (validity, reason) ->
            assertEquals(
                List.of(reason),
                readToday(validity).problems().stream()
                    .map(p -> p.code() + " " + p.path())
                    .toList(),
                validity));
    for (String good : List.of("{'until':'2026-11-22'}", "{'months':12,'until':'2030-01-01'}")) {
      assertEquals(List.of(), readToday(good).problems(), good);
    }
    // In force already: that its day has come is no mistake of the document.
    assertEquals(List.of(), read("'validity':{'until':'2020-01-01'}").problems());
  }

  private static DesignReader.Result readNew(String members) {
    String document = ("{'schema':1,'description':'{program}'," + members + "}").replace('\'', '"');
    return DesignReader.read(
        document,
        new DesignReader.Surroundings(
            IMAGES, Set.of("silver", "gold"), false, LocalDate.of(2026, 11, 22)));
  }

  /** Phones refuse a whole pass for one of these. */
  @Test
  void aMomentThatPhonesCannotReadIsRefused() {
    for (String from :
        List.of(
            "2026-12-31T10:00:00.5Z",
            "+12026-12-31T10:00:00Z",
            "-2026-12-31T10:00:00Z",
            "0000-12-31T10:00:00Z",
            "2026-12-31T24:00:00.000Z",
            "2026-12-31")) {
      String dates = "'relevantDates':[{'from':'" + from + "'}]";
      assertReason("BAD_DATE relevantDates[0]", dates);
      boolean inForce = !from.equals("2026-12-31");
      assertEquals(inForce, read(dates).problems().isEmpty(), "in force already: " + from);
    }
    assertReason(
        "BAD_DATE relevantDates[0]",
        "'relevantDates':[{'from':'2026-12-31T10:00:00Z','until':'+12027-01-01T00:00:00Z'}]");
    assertEquals(
        List.of(), readNew("'relevantDates':[{'from':'2026-12-31T10:00:00+03:00'}]").problems());
  }

  @Test
  void momentsThatLetACardExpireAreWarnedOf() {
    String past = "{'from':'2026-11-19T10:00:00Z'}";
    String ahead = "{'from':'2026-12-19T10:00:00Z'}";
    String another = "{'from':'2026-12-20T10:00:00Z','until':'2026-12-21T10:00:00Z'}";
    Map<String, String> warned =
        Map.of(
            past,
            "[DATE_IN_PAST relevantDates[0]]",
            ahead,
            "[LONE_DATE relevantDates]",
            ahead + "," + another,
            "[]",
            another + "," + past,
            "[DATE_IN_PAST relevantDates[1], LONE_DATE relevantDates]");
    warned.forEach(
        (dates, warnings) -> {
          DesignReader.Result result = readNew("'relevantDates':[" + dates + "]");
          assertEquals(List.of(), result.problems());
          assertEquals(
              warnings,
              result.warnings().stream().map(w -> w.code() + " " + w.path()).toList().toString());
        });
  }

  private static String fields(String group, String... conditions) {
    List<String> fields = new ArrayList<>();
    for (String condition : conditions) {
      fields.add("{'key':'debt','value':'{debt}'" + condition + "}");
    }
    return "'" + group + "':[" + String.join(",", fields) + "]";
  }

  @Test
  void aKeyIsTakenOnceInTheWholeCardUnlessTheFieldsNeverMeet() {
    assertReason(
        "DUPLICATE_KEY fields.back[0].key", both(fields("header", ""), fields("back", "")));
    assertReason("DUPLICATE_KEY fields.back[1].key", both(fields("back", "", "")));
    assertReason(
        "DUPLICATE_KEY fields.back[0].key",
        both(fields("header", ",'when':['debt']"), fields("back", ",'when':['debt']")));
    assertReason(
        "DUPLICATE_KEY tiers.gold.fields",
        both(fields("header", "")) + ",'tiers':{'gold':{'fields':{" + fields("back", "") + "}}}");
    for (String good :
        List.of(
            both(fields("header", ",'when':['debt']"), fields("back", ",'unless':['debt']")),
            both(fields("header", ""))
                + ",'tiers':{'gold':{'fields':{"
                + fields("header", "")
                + "}}}",
            both(fields("header", "")) + ",'tiers':{'gold':{'colors':{'background':'#112233'}}}")) {
      assertEquals(List.of(), readNew(good).problems(), good);
    }
    // In force already: phones have drawn it so far.
    assertEquals(List.of(), read(both(fields("header", ""), fields("back", ""))).problems());
  }

  private static String both(String... groups) {
    return "'fields':{" + String.join(",", groups) + "}";
  }

  private static void assertReason(String reason, String members) {
    assertEquals(
        List.of(reason),
        readNew(members).problems().stream().map(p -> p.code() + " " + p.path()).toList(),
        members);
  }

  @Test
  void whatWasTakenWithoutAWord() {
    String text = "'fields':{'back':[{'key':'a','value':'{balance}','label':'";
    assertReason("CONTROL_CHARACTER fields.back[0].label", text + "abc\u202egpj'}]}");
    assertReason("CONTROL_CHARACTER fields.back[0].label", text + "\ud800'}]}");
    assertEquals(List.of(), readNew(text + "\ud83d\udc68\u200d\ud83d\udc67 שלום'}]}").problems());
    assertReason(
        "CHANGE_WITH_VALUE_TWICE fields.back[0].change", text + "a','change':'%@ из %@'}]}");
    assertReason("REQUIRED fields.back[0].value", "'fields':{'back':[{'key':'a','value':null}]}");
    assertReason("DUPLICATE_BARCODE barcodes", "'barcodes':['QR','QR']");
    assertReason("TOO_MANY barcodes", "'barcodes':['QR','QR','QR','QR','QR']");
    String shop = "{'id':'a','type':'shop','url':'https://a.example'}";
    assertReason("DUPLICATE_KEY actions", "'actions':[" + shop + "," + shop + "]");
    assertReason("BAD_LINK actions[0].url", "'actions':[" + shop.replace("'shop'", "'call'") + "]");
    assertReason("REQUIRED actions[0].url", "'actions':[{'id':'a','type':'shop','url':null}]");
    assertEquals(
        List.of("REQUIRED description"),
        DesignReader.read(
                "{\"schema\":1,\"description\":null}",
                new DesignReader.Surroundings(IMAGES, null, false))
            .problems()
            .stream()
            .map(p -> p.code() + " " + p.path())
            .toList());
  }

  @Test
  void anAddressWithLettersOfItsOwnIsWrittenAsPhonesLookItUp() {
    CardDesign design =
        readNew("'actions':[{'id':'a','type':'shop','url':'HTTPS://пример.рф/меню?q=чай'}]")
            .design();
    assertNotNull(design);
    assertEquals(
        "https://xn--e1afmkfd.xn--p1ai/%D0%BC%D0%B5%D0%BD%D1%8E?q=%D1%87%D0%B0%D0%B9",
        design.actions().getFirst().url().toString());
    assertReason(
        "BAD_LINK actions[0].url", "'actions':[{'id':'a','type':'shop','url':'https://a b/'}]");
  }

  @Test
  void theEarlierEndCountsAndTheLastDayIsWhole() {
    ZoneId moscow = ZoneId.of("Europe/Moscow");
    Instant issued = Instant.parse("2027-01-31T21:30:00Z"); // 1 February in Moscow
    assertEquals(
        Instant.parse("2027-03-01T20:59:59Z"),
        new Validity(null, Period.ofMonths(1), true).end(issued, moscow));
    assertEquals(
        Instant.parse("2027-02-15T20:59:59Z"),
        new Validity(LocalDate.of(2027, 2, 15), Period.ofMonths(1), true).end(issued, moscow));
    assertEquals(
        Instant.parse("2027-02-02T20:59:59Z"),
        new Validity(LocalDate.of(2027, 2, 15), Period.ofDays(1), true).end(issued, moscow));
  }

  private static DesignReader.Result read(String members) {
    String document =
        ("{'schema':1,'description':'{program}'" + (members.isEmpty() ? "" : ",") + members + "}")
            .replace('\'', '"');
    return DesignReader.read(
        document, new DesignReader.Surroundings(IMAGES, Set.of("silver", "gold"), false));
  }

  /** A design and the one reason it is refused for. */
  private record Broken(String code, String path, String members) {}

  private static final List<Broken> BROKEN =
      List.of(
          new Broken("UNKNOWN_FIELD", "colour", "'colour':'red'"),
          new Broken("BAD_COLOR", "colors.background", "'colors':{'background':'red'}"),
          new Broken(
              "LOW_CONTRAST", "colors.text", "'colors':{'background':'#777777','text':'#888888'}"),
          new Broken("MISSING_ICON", "images.icon", "'images':{'icon':'none'}"),
          new Broken("UNKNOWN_IMAGE", "images.logo", "'images':{'logo':'nowhere'}"),
          new Broken("IMAGE_SIZE", "images.icon", "'images':{'icon':'tiny'}"),
          new Broken(
              "UNKNOWN_FACT",
              "fields.header[0].value",
              "'fields':{'header':[{'key':'a','value':'{money}'}]}"),
          new Broken(
              "UNCLOSED_BRACE",
              "fields.header[0].value",
              "'fields':{'header':[{'key':'a','value':'{balance'}]}"),
          new Broken(
              "CHANGE_WITHOUT_VALUE",
              "fields.header[0].change",
              "'fields':{'header':[{'key':'a','value':'{balance}','change':'New!'}]}"),
          new Broken(
              "DUPLICATE_KEY",
              "fields.secondary[0].key",
              "'fields':{'header':[" + BALANCE + "],'secondary':[" + BALANCE + "]}"),
          new Broken(
              "BAD_KEY", "fields.header[0].key", "'fields':{'header':[{'key':'1','value':'x'}]}"),
          new Broken("REQUIRED", "fields.back[0].value", "'fields':{'back':[{'key':'a'}]}"),
          new Broken(
              "MISSING_LANGUAGE",
              "fields.back[0].label.en",
              "'fields':{'back':[{'key':'a','label':{'ru':'А'},'value':'x'}]}"),
          new Broken(
              "TOO_MANY_FIELDS",
              "fields.primary",
              "'fields':{'primary':[" + BALANCE + "," + BALANCE.replace("balance'", "b'") + "]}"),
          new Broken("UNKNOWN_BARCODE", "barcodes[1]", "'barcodes':['QR','MAXICODE']"),
          new Broken("NO_FALLBACK_BARCODE", "barcodes", "'barcodes':['EAN13']"),
          new Broken("BAD_LOCATION", "locations[0]", "'locations':[{'latitude':91,'longitude':0}]"),
          new Broken("TOO_MANY", "locations", "'locations':" + "[1,2,3,4,5,6,7,8,9,10,11]"),
          new Broken("BAD_BEACON", "beacons[0].uuid", "'beacons':[{'uuid':'x'}]"),
          new Broken(
              "BAD_DATE",
              "relevantDates[0]",
              "'relevantDates':[{'from':'2026-01-02T00:00:00Z','until':'2026-01-01T00:00:00Z'}]"),
          new Broken(
              "UNKNOWN_ACTION",
              "actions[0].type",
              "'actions':[{'id':'a','type':'dance','url':'https://a.example'}]"),
          new Broken(
              "BAD_LINK",
              "fields.back[0].link",
              "'fields':{'back':[{'key':'a','value':'x','link':'javascript:alert(1)'}]}"),
          new Broken("UNKNOWN_TIER", "tiers.lead", "'tiers':{'lead':{}}"),
          new Broken("NFC_NOT_ENABLED", "nfc", "'nfc':true"),
          new Broken(
              "MISSING_BACKGROUND",
              "images.background",
              "'style':'poster','images':{'background':'none'}"),
          new Broken(
              "FOOTER_WITHOUT_POSTER", "fields.footer", "'fields':{'footer':[" + BALANCE + "]}"),
          new Broken("UNKNOWN_STYLE", "style", "'style':'coupon'"),
          new Broken("OUT_OF_RANGE", "maxDistance", "'maxDistance':0"),
          new Broken("WRONG_TYPE", "sharing", "'sharing':'yes'"),
          new Broken("TOO_LONG", "logoText", "'logoText':'" + "x".repeat(101) + "'"));

  @TestFactory
  List<DynamicTest> everyBrokenDesignIsRefusedForItsOwnReason() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Broken broken : BROKEN) {
      tests.add(
          DynamicTest.dynamicTest(
              broken.code,
              () -> {
                DesignReader.Result result = readNew(broken.members);
                assertNull(result.design());
                assertEquals(1, result.problems().size(), result.problems().toString());
                DesignProblem problem = result.problems().getFirst();
                assertEquals(broken.code, problem.code());
                assertEquals(broken.path, problem.path());
                assertTrue(problem.text().ru().matches("(?s).*[а-я].*|[A-Za-z0-9#: ,…×-]+"));
              }));
    }
    return tests;
  }

  @Test
  void everyReasonIsDifferent() {
    Set<String> codes = new HashSet<>();
    BROKEN.forEach(b -> codes.add(b.code));
    assertEquals(BROKEN.size(), codes.size());
  }

  @Test
  void severalMistakesAreToldTogether() {
    assertEquals(
        2, read("'colors':{'background':'red'},'nfc':true,'style':'storeCard'").problems().size());
    assertEquals("NOT_JSON", DesignReader.read("{", surroundings()).problems().getFirst().code());
    assertEquals(
        "UNKNOWN_SCHEMA",
        DesignReader.read("{\"schema\":2,\"description\":\"x\"}", surroundings())
            .problems()
            .getFirst()
            .code());
  }

  private static DesignReader.Surroundings surroundings() {
    return new DesignReader.Surroundings(Map.of(), null, false);
  }

  @Test
  void aTierTakesWhatItDoesNotSayFromTheCard() {
    CardDesign design =
        read("'colors':{'background':'#102030'},'images':{'strip':'wide'},'fields':{'header':["
                + BALANCE
                + "]},'tiers':{'gold':{'colors':{'background':'#ffd700'},'images':{'strip':'none'}}}")
            .design();
    assertNotNull(design);
    assertEquals(1, design.face("gold").fields(Group.HEADER).size());
    assertEquals(
        0xffd700, design.face("gold").background(TestCards.card(1, 2, 0)).getRGB() & 0xffffff);
    assertEquals(
        0x102030, design.face("silver").background(TestCards.card(1, 2, 0)).getRGB() & 0xffffff);
    assertTrue(design.face("gold").pictures().isEmpty());
    assertEquals(Map.of(CardDesign.Role.STRIP, "wide"), design.face("silver").pictures());
  }

  @Test
  void templatesFillAndFallSilent() throws Exception {
    var card = TestCards.card(1, 2, 123_450);
    Template both = Template.of(new Text("{{{balance}}} из «{tier}»", "{balance} of {tier}"));
    assertEquals(
        new Text("{1\u00a0234,50} из «Серебро»", "1,234.50 of Silver"), both.fill(card, null));
    assertNull(Template.of(Text.same("owed {debt}")).fill(card, null), "nothing is owed");
    assertNull(Template.of(Text.same("{news}")).fill(card, null));
    assertEquals(Text.same("Hi"), Template.of(Text.same("{news}")).fill(card, "Hi"));
  }
}
