package io.kartela.push.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import io.kartela.push.SettableClock;
import io.kartela.push.http.FakeLuck;
import io.kartela.push.smpp.FakeSmpp.Trouble;
import io.kartela.push.smpp.FakeSmppReceipts.Spelling;
import io.kartela.push.smpp.SmppSettings.Ids;
import io.kartela.push.sms.FakeSms;
import io.kartela.push.sms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts over real SMPP to a message centre that misbehaves as real ones do. */
class SmppTest {
  private static final String ANNA = "+79123456789";

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-28T09:00:00Z"));
  private final List<TextMessage> phones = new CopyOnWriteArrayList<>();
  private final FakeSmpp fake = new FakeSmpp("shop", "secret", clock, phones::add);
  private final BlockingQueue<Report> told = new LinkedBlockingQueue<>();
  private final Smpp smpp = smpp("secret", Ids.SAME, told::add);

  private Smpp smpp(String password, Ids ids, Predicate<Report> receipts) {
    return new Smpp(
        new SmppSettings(
            new SmppSettings.Centre("127.0.0.1", fake.port(), false),
            "shop",
            password,
            "ZERNO",
            ids,
            10,
            Duration.ofMillis(1_500)),
        receipts);
  }

  @AfterEach
  void close() {
    smpp.close();
    fake.close();
  }

  private static TextMessage text(String words) {
    return new TextMessage(ANNA, words, "m-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello @£$ [x] {y} ~ € \\ ^ |", "123456 — код «Зерно»", "😀"})
  void aTextArrivesAsItWasWritten(String words) {
    for (String text : List.of(words, words.repeat(30))) {
      assertInstanceOf(Answer.Accepted.class, smpp.send(text(text)));
      assertEquals(new FakeSms.Taken(ANNA, text, "ZERNO", clock.instant()), fake.taken().getLast());
      assertEquals(text, phones.getLast().text());
    }
    assertEquals(2, fake.taken().size());
  }

  @ParameterizedTest
  @CsvSource({
    "0x0B, AddressRefused",
    "0x0A, TextRefused",
    "0x01, TextRefused",
    "0x14, Throttled",
    "0x58, Throttled",
    "0x64, Throttled",
    "0x45, NotSent",
    "0x08, NotSent",
    "0xFF, Unknown"
  })
  void whatIsSaidOfTheText(String status, String answer) {
    fake.trouble(new Trouble.Status(Integer.decode(status)));
    Answer said = smpp.send(text("1"));
    assertEquals(answer, said.getClass().getSimpleName(), said.toString());
    assertEquals(List.of(), fake.taken());
  }

  @Test
  void aWrongPasswordHasteAndNobodyAtTheDoor() {
    try (Smpp wrong = smpp("other", Ids.SAME, report -> true)) {
      assertEquals(new Answer.CredentialRefused("0x0E"), wrong.send(text("1")));
    }
    fake.pace(1);
    assertInstanceOf(Answer.Accepted.class, smpp.send(text("2")));
    assertEquals(new Answer.Throttled("0x58", Duration.ofSeconds(1)), smpp.send(text("3")));
    clock.forward(Duration.ofSeconds(1));
    assertInstanceOf(Answer.Accepted.class, smpp.send(text("3")));
    fake.close();
    try (Smpp late = smpp("secret", Ids.SAME, report -> true)) {
      assertInstanceOf(Answer.NotSent.class, late.send(text("4")));
      assertInstanceOf(Answer.NotSent.class, late.send(text("5")), "without knocking again");
    }
  }

  /** The line broke after the text was taken: not known; the next one goes by a new line. */
  @Test
  void aLostAnswerIsNotASecondText() {
    fake.trouble(new Trouble.Drop());
    Answer lost = smpp.send(text("lost"));
    assertInstanceOf(Answer.Unknown.class, lost, lost.toString());
    assertEquals(1, fake.taken().size());
    fake.trouble(new Trouble.None());
    assertInstanceOf(Answer.Accepted.class, smpp.send(text("next")));
    fake.trouble(new Trouble.Late(Duration.ofSeconds(3)));
    assertInstanceOf(Answer.Unknown.class, smpp.send(text("late")));
    assertEquals(3, fake.taken().size());
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, SAME, false",
    "STANDARD, SAME, true",
    "NAMED, SAME, false",
    "FREE, SAME, false",
    "DECIMAL, HEX_THEN_DECIMAL, false",
    "DECIMAL, HEX_THEN_DECIMAL, true"
  })
  void receiptsComeInEverySpellingTwiceAndEarly(Spelling spelling, Ids ids, boolean early)
      throws Exception {
    fake.receipts(new FakeSmppReceipts(spelling, 2, early));
    fake.line(ANNA, FakeSms.Line.ABSENT);
    AtomicInteger deaf = new AtomicInteger(3);
    Predicate<Report> later = report -> deaf.getAndDecrement() <= 0 && told.add(report);
    try (Smpp client = smpp("secret", ids, later)) {
      Answer.Accepted taken =
          assertInstanceOf(Answer.Accepted.class, client.send(text("я".repeat(100))));
      for (int i = 0; i < 2; i++) {
        Report report = told.poll(20, TimeUnit.SECONDS);
        assertTrue(report != null, "told again until it could be placed");
        assertEquals(taken.vendorId(), report.vendorId());
        assertEquals(Fate.EXPIRED, report.fate());
      }
    }
  }

  @Test
  void aMoodyCentreNeverTakesWhatWasCertainlyNotSent() {
    fake.moods(new FakeLuck(7, 10, Duration.ofMillis(20), 20, 20));
    int unknown = 0;
    for (int i = 0; i < 40; i++) {
      int before = fake.taken().size();
      Answer answer = smpp.send(text("text " + i));
      assertEquals(answer.mayArrive() ? 1 : 0, fake.taken().size() - before, answer.toString());
      unknown += answer instanceof Answer.Unknown ? 1 : 0;
    }
    assertTrue(unknown > 0);
  }

  /** A flood of receipts, heard slowly, pushes no answer out. */
  @Test
  void theWindowIsKeptByMany() throws Exception {
    int count = 600;
    fake.receipts(new FakeSmppReceipts(Spelling.STANDARD, 2, false));
    Predicate<Report> slowly =
        report -> {
          try {
            Thread.sleep(3);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return told.add(report);
        };
    List<Answer> answers = new CopyOnWriteArrayList<>();
    try (Smpp client = smpp("secret", Ids.SAME, slowly);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch done = new CountDownLatch(count);
      for (int i = 0; i < count; i++) {
        int number = i;
        threads.execute(
            () -> {
              Answer answer = client.send(text("text " + number));
              while (answer instanceof Answer.NotSent) {
                answer = client.send(text("text " + number));
              }
              answers.add(answer);
              done.countDown();
            });
      }
      assertTrue(done.await(60, TimeUnit.SECONDS));
      assertTrue(answers.stream().allMatch(Answer.Accepted.class::isInstance), answers::toString);
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < 2 * count; i++) {
        Report report = told.poll(20, TimeUnit.SECONDS);
        assertTrue(report != null);
        ids.add(report.vendorId());
      }
      assertEquals(count, ids.stream().distinct().count());
      assertEquals(count, fake.taken().size());
    }
  }

  @Test
  void thePasswordIsNowhereToBeRead() {
    SmppSettings settings =
        new SmppSettings(
            new SmppSettings.Centre("h", 1, true),
            "shop",
            "hidden",
            "S",
            Ids.SAME,
            1,
            Duration.ofSeconds(1));
    assertFalse(settings.toString().contains("hidden"));
  }
}
