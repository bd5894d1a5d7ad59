package io.kartela.push.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.SettableClock;
import io.kartela.push.TextChannel.Sent;
import io.kartela.push.callback.CallbackReader;
import io.kartela.push.callback.Heard;
import io.kartela.push.http.FakeCallbacks;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.http.Listener;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every gateway must do, tried on each. */
class SmsGatewaysTest {
  private static final String ANNA = "+79123456789";
  private static final String KEY = "a-key-of-ours";
  private static final Duration PATIENCE = Duration.ofMillis(900);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));

  enum Vendor {
    SMSRU,
    SMSC,
    AERO,
    EXOLVE
  }

  private FakeSms fake(Vendor vendor, List<TextMessage> phones) {
    return switch (vendor) {
      case SMSRU -> new FakeSmsRu(KEY, clock, phones::add);
      case SMSC -> new FakeSmsc("shop", KEY, clock, phones::add);
      case AERO -> new FakeSmsAero("shop@zerno.example", KEY, clock, phones::add);
      case EXOLVE -> new FakeExolve(KEY, clock, phones::add);
    };
  }

  private static SmsGateway gateway(Vendor vendor, URI at, String key) {
    return switch (vendor) {
      case SMSRU -> new SmsRu(new SmsRu.Settings(at, key, "ZERNO", PATIENCE));
      case SMSC -> new Smsc(new Smsc.Settings(at, "shop", key, "ZERNO", PATIENCE));
      case AERO ->
          new SmsAero(new SmsAero.Settings(at, "shop@zerno.example", key, "ZERNO", null, PATIENCE));
      case EXOLVE -> new Exolve(new Exolve.Settings(at, key, "ZERNO", PATIENCE));
    };
  }

  private static CallbackReader<Report> reader(Vendor vendor, String key) {
    return switch (vendor) {
      case SMSRU -> new SmsRuReports(key);
      case SMSC -> new SmscReports(key);
      case AERO -> new AeroReports(key);
      case EXOLVE -> new ExolveReports(key);
    };
  }

  private static TextMessage text(String words) {
    return new TextMessage(ANNA, words, "m-" + words, Duration.ofHours(3));
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aTextArrivesAsItWasWritten(Vendor vendor) {
    List<TextMessage> phones = new CopyOnWriteArrayList<>();
    try (FakeSms fake = fake(vendor, phones);
        SmsGateway gateway = gateway(vendor, fake.address(), KEY)) {
      String words = "123456 — код «Зерно» & co = 100 %+";
      Answer.Accepted taken = assertInstanceOf(Answer.Accepted.class, gateway.send(text(words)));
      assertFalse(taken.vendorId().isEmpty());
      assertEquals(List.of(new FakeSms.Taken(ANNA, words, "ZERNO", clock.instant())), fake.taken());
      assertEquals(List.of(words), phones.stream().map(TextMessage::text).toList());
      if (vendor != Vendor.EXOLVE) {
        assertEquals(Optional.of(new BigDecimal("995.01")), gateway.balance());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aWrongKeyAnEmptyAccountAndHasteAreToldApart(Vendor vendor) {
    try (FakeSms fake = fake(vendor, new ArrayList<>());
        SmsGateway gateway = gateway(vendor, fake.address(), KEY);
        SmsGateway stranger = gateway(vendor, fake.address(), "another")) {
      assertInstanceOf(Answer.CredentialRefused.class, stranger.send(text("one")));
      assertEquals(Optional.empty(), stranger.balance());
      fake.pace(1);
      assertInstanceOf(Answer.Accepted.class, gateway.send(text("two")));
      assertInstanceOf(Answer.Throttled.class, gateway.send(text("three")));
      clock.forward(Duration.ofSeconds(2));
      assertInstanceOf(Answer.Accepted.class, gateway.send(text("three")));
      fake.pace(0);
      fake.balance("1.00");
      assertInstanceOf(Answer.OutOfMoney.class, gateway.send(text("four")));
      assertEquals(2, fake.taken().size());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aLostAnswerIsUnknownAndNobodyAtTheDoorIsCertain(Vendor vendor) {
    URI gone;
    try (FakeSms fake = fake(vendor, new ArrayList<>());
        SmsGateway gateway = gateway(vendor, fake.address(), KEY)) {
      gone = fake.address();
      int taken = 0;
      for (Trouble trouble :
          List.of(
              new Trouble.Drop(), new Trouble.Garbage(), new Trouble.Late(Duration.ofHours(1)))) {
        fake.trouble(trouble);
        assertInstanceOf(Answer.Unknown.class, gateway.send(text("text " + taken)));
        taken++;
      }
      fake.trouble(new Trouble.Status(502));
      assertInstanceOf(Answer.Unknown.class, gateway.send(text("at the proxy")));
      assertEquals(taken, fake.taken().size());
    }
    try (SmsGateway late = gateway(vendor, gone, KEY)) {
      assertInstanceOf(Answer.NotSent.class, late.send(text("five")));
      assertEquals(List.of(), late.reports(List.of(new Sent("1", ANNA))));
    }
  }

  /** What each line is said to be, first by asking, when the vendor can be asked. */
  private static Map<FakeSms.Line, Fate> fates(Vendor vendor) {
    Map<FakeSms.Line, Fate> fates = new EnumMap<>(FakeSms.Line.class);
    for (FakeSms.Line line : FakeSms.Line.values()) {
      fates.put(line, Fate.FAILED);
    }
    fates.put(FakeSms.Line.ALIVE, Fate.DELIVERED);
    if (vendor != Vendor.AERO) {
      fates.put(FakeSms.Line.ABSENT, Fate.EXPIRED);
    }
    if (vendor == Vendor.SMSC || vendor == Vendor.SMSRU) {
      fates.put(FakeSms.Line.DEAD, Fate.DEAD);
    }
    if (vendor == Vendor.SMSC) {
      fates.put(FakeSms.Line.BARRED, Fate.BARRED);
      fates.put(FakeSms.Line.REFUSES_ADS, Fate.BARRED);
    }
    return fates;
  }

  @ParameterizedTest
  @EnumSource(
      value = Vendor.class,
      names = {"SMSRU", "SMSC", "AERO"})
  void whatBecameOfATextIsAskedForLater(Vendor vendor) {
    try (FakeSms fake = fake(vendor, new ArrayList<>());
        SmsGateway gateway = gateway(vendor, fake.address(), KEY)) {
      fake.receiptsAfter(Duration.ofMinutes(5));
      for (Map.Entry<FakeSms.Line, Fate> one : fates(vendor).entrySet()) {
        Answer.Accepted taken =
            assertInstanceOf(Answer.Accepted.class, gateway.send(text("to " + one.getKey())));
        List<Sent> asked = List.of(new Sent(taken.vendorId(), ANNA), new Sent("987654321", ANNA));
        fake.line(ANNA, one.getKey());
        assertEquals(List.of(Fate.ON_THE_WAY), fatesOf(gateway.reports(asked)));
        clock.forward(Duration.ofMinutes(5));
        List<Report> reports = gateway.reports(asked);
        assertEquals(List.of(one.getValue()), fatesOf(reports), one.toString());
        assertEquals(taken.vendorId(), reports.getFirst().vendorId());
      }
    }
  }

  private static List<Fate> fatesOf(List<Report> reports) {
    return reports.stream().map(Report::fate).toList();
  }

  /** Posted late, in any order, twice, and again after nobody listened. */
  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whatBecameOfATextIsPosted(Vendor vendor) throws Exception {
    try (Listener listener = new Listener(2);
        FakeSms fake = fake(vendor, new ArrayList<>());
        SmsGateway gateway = gateway(vendor, fake.address(), KEY)) {
      fake.receiptsTo(
          listener.address("/receipts?key=" + KEY),
          new FakeCallbacks.Habits(7, Duration.ofMillis(40), 100, Duration.ofMillis(20), 5));
      Answer.Accepted taken = assertInstanceOf(Answer.Accepted.class, gateway.send(text("one")));
      List<Fate> told = new ArrayList<>();
      for (var callback : listener.next(4)) {
        Heard<Report> any = reader(vendor, KEY).read(callback);
        if (!(any instanceof Heard.Genuine<Report> heard)) {
          throw new AssertionError("taken for a stranger's");
        }
        assertEquals(vendor == Vendor.SMSRU ? "100" : "OK", heard.reply());
        for (Report report : heard.events()) {
          assertEquals(taken.vendorId(), report.vendorId());
          told.add(report.fate());
        }
        assertInstanceOf(Heard.Foreign.class, reader(vendor, "another").read(callback));
        assertInstanceOf(Heard.Foreign.class, reader(vendor, "").read(callback));
      }
      told.sort(null);
      assertEquals(List.of(Fate.ON_THE_WAY, Fate.ON_THE_WAY, Fate.DELIVERED, Fate.DELIVERED), told);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void keysAndWordsAreNowhereToBeRead(Vendor vendor) {
    String shown = new TextMessage(ANNA, "secret words", "id").toString();
    assertFalse(shown.contains("secret") || shown.contains("912"), shown);
    String settings =
        switch (vendor) {
          case SMSRU -> SmsRu.Settings.of(URI.create("https://a"), KEY, "").toString();
          case SMSC -> new Smsc.Settings(URI.create("https://a"), "", KEY, "", PATIENCE).toString();
          case AERO ->
              new SmsAero.Settings(URI.create("https://a"), "e", KEY, "S", null, PATIENCE)
                  .toString();
          case EXOLVE ->
              new Exolve.Settings(URI.create("https://a"), KEY, "S", PATIENCE).toString();
        };
    assertFalse(settings.contains(KEY), settings);
  }

  /** With the same seed the same luck; every text that may have arrived was taken at most once. */
  @ParameterizedTest
  @EnumSource(Vendor.class)
  void aMoodyGatewayNeverTakesWhatWasCertainlyNotSent(Vendor vendor) {
    List<List<Boolean>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (FakeSms fake = fake(vendor, new ArrayList<>());
          SmsGateway gateway = gateway(vendor, fake.address(), KEY)) {
        fake.trouble(new Trouble.Moody(42, 10, Duration.ofMillis(20), 20, 20));
        List<Boolean> arrived = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
          Answer answer = gateway.send(text("text " + i));
          arrived.add(answer instanceof Answer.Accepted);
          int number = i;
          long taken = fake.taken().stream().filter(t -> t.text().equals("text " + number)).count();
          assertTrue(taken <= (answer.mayArrive() ? 1 : 0), answer.toString());
        }
        runs.add(arrived);
      }
    }
    assertEquals(runs.getFirst(), runs.getLast());
    assertTrue(runs.getFirst().contains(true) && runs.getFirst().contains(false));
  }
}
