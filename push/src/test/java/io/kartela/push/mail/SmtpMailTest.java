package io.kartela.push.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import io.kartela.push.SettableClock;
import io.kartela.push.http.FakeLuck;
import io.kartela.push.mail.FakeSmtp.Mailbox;
import io.kartela.push.mail.FakeSmtp.Trouble;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.james.jdkim.DKIMVerifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter over a real socket to a server that speaks SMTP. */
class SmtpMailTest {
  private static final String ANNA = "anna@shop.example";
  private static final Mail LETTER = new Mail(ANNA, "Новый пароль", "Ссылка для нового пароля");
  private static final Verp VERP = new Verp("b@bounce.example", "a long secret of ours");

  private final FakeSmtp fake =
      new FakeSmtp(new SettableClock(Instant.parse("2026-11-28T09:00:00Z")), letter -> {});
  private final SmtpMail mail = mail("", null, null);

  @AfterEach
  void close() {
    mail.close();
    fake.close();
  }

  private SmtpMail mail(String password, @Nullable Dkim dkim, @Nullable Verp verp) {
    return new SmtpMail(
        new SmtpMail.Settings(
            new SmtpMail.Server("127.0.0.1", fake.port(), SmtpMail.Security.NONE),
            password.isEmpty() ? "" : "shop",
            password,
            "cards@shop.example",
            dkim,
            verp));
  }

  private MimeMessage last() throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(
            fake.taken().getLast().raw().getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aLetterArrivesWithItsWords() throws Exception {
    assertInstanceOf(Answer.Accepted.class, mail.send(LETTER));
    assertEquals("cards@shop.example", fake.taken().getLast().sender());
    assertEquals(ANNA, fake.taken().getLast().recipient());
    assertEquals(LETTER.subject(), last().getSubject());
    assertEquals(LETTER.text(), last().getContent());
    assertEquals("auto-generated", last().getHeader("Auto-Submitted", null));
    assertTrue(last().getMessageID().matches("<.+@shop\\.example>"), last().getMessageID());
  }

  @ParameterizedTest
  @CsvSource({
    "DEAD, AddressRefused, DEAD",
    "MOVED, AddressRefused, DEAD",
    "FULL, Throttled,",
    "GREY, Throttled,",
    "REFUSING, AddressRefused, QUARANTINE"
  })
  void whatIsSaidOfTheMailbox(Mailbox state, String answer, AddressFate fate) {
    fake.mailbox(ANNA, state);
    Answer said = mail.send(LETTER);
    assertEquals(answer, said.getClass().getSimpleName(), said.toString());
    if (said instanceof Answer.AddressRefused refused) {
      assertEquals(fate, refused.fate());
    }
    fake.mailbox(ANNA, Mailbox.ALIVE);
    assertInstanceOf(Answer.Accepted.class, mail.send(LETTER));
    assertEquals(1, fake.taken().size());
  }

  @ParameterizedTest
  @CsvSource({
    "DROP, Unknown, 1",
    "CUT, Unknown, 0",
    "BUSY, NotSent, 0",
    "SPAM, TextRefused, 0",
    "BAD_REPUTATION, CredentialRefused, 0",
    "TOO_LARGE, TextRefused, 0"
  })
  void whatIsSaidOfTheLetter(Trouble trouble, String answer, int taken) {
    fake.trouble(trouble);
    Answer said = mail.send(LETTER);
    assertEquals(answer, said.getClass().getSimpleName(), said.toString());
    assertEquals(taken, fake.taken().size());
    fake.trouble(Trouble.NONE);
    assertInstanceOf(Answer.Accepted.class, mail.send(LETTER));
  }

  @Test
  void aWrongPasswordAndNobodyAtTheDoor() {
    fake.password("right");
    assertInstanceOf(Answer.CredentialRefused.class, mail.send(LETTER), "nobody said who we are");
    try (SmtpMail wrong = mail("wrong", null, null);
        SmtpMail right = mail("right", null, null)) {
      assertInstanceOf(Answer.CredentialRefused.class, wrong.send(LETTER));
      assertInstanceOf(Answer.Accepted.class, right.send(LETTER));
      fake.close();
      SmtpMail.Server server = new SmtpMail.Server("h", 25, SmtpMail.Security.TLS);
      assertFalse(
          new SmtpMail.Settings(server, "shop", "right", "a@b.example", null, null)
              .toString()
              .contains("right"));
    }
    try (SmtpMail late = mail("", null, null)) {
      assertInstanceOf(Answer.NotSent.class, late.send(LETTER));
    }
  }

  @Test
  void withoutTheEncryptionAskedForNothingIsSent() {
    try (SmtpMail strict =
        new SmtpMail(
            new SmtpMail.Settings(
                "127.0.0.1", fake.port(), SmtpMail.Security.STARTTLS, "", "", "a@b.example"))) {
      assertInstanceOf(Answer.NotSent.class, strict.send(LETTER));
      assertEquals(List.of(), fake.taken());
    }
  }

  /** Fifty letters at once, over a few connections that are kept. */
  @Test
  void connectionsAreFewAndKept() throws Exception {
    List<Answer> answers = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(50);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        threads.execute(
            () -> {
              Answer answer = mail.send(LETTER);
              synchronized (answers) {
                answers.add(answer);
              }
              done.countDown();
            });
      }
      done.await();
    }
    assertTrue(answers.stream().allMatch(Answer.Accepted.class::isInstance), answers::toString);
    assertEquals(50, fake.taken().size());
    assertTrue(fake.connections() <= 4, fake.connections() + " connections");
  }

  /** Another hand verifies what ours has signed; unsubscribing stands inside the signature. */
  @Test
  void unsubscribingStandsInsideTheSignature() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair keys = generator.generateKeyPair();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Mail offer =
        new Mail(
            ANNA,
            "Кофе сегодня за наш счёт",
            "Ждём вас",
            "<p>Ждём вас</p>",
            "campaign-7-anna",
            new Mail.Unsubscribe(URI.create("https://shop.example/u/1"), "off@shop.example"));
    try (SmtpMail signing = mail("", new Dkim("shop.example", "k1", pem), VERP)) {
      assertEquals(new Answer.Accepted("campaign-7-anna"), signing.send(offer));
    }
    MimeMessage letter = last();
    assertEquals(
        "<https://shop.example/u/1>, <mailto:off@shop.example>",
        letter.getHeader("List-Unsubscribe", null));
    assertEquals("List-Unsubscribe=One-Click", letter.getHeader("List-Unsubscribe-Post", null));
    assertEquals(2, ((MimeMultipart) letter.getContent()).getCount());
    assertTrue(fake.taken().getLast().sender().matches("b\\+campaign-7-anna\\..+@bounce.example"));

    String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    DKIMVerifier verifier =
        new DKIMVerifier((methods, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + key));
    String raw = fake.taken().getLast().raw();
    var signatures =
        verifier.verify(new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    assertEquals(1, signatures.size());
    List<String> signed =
        signatures.getFirst().getHeaders().stream()
            .map(header -> header.toString().toLowerCase(java.util.Locale.ROOT))
            .toList();
    assertTrue(
        signed.containsAll(List.of("from", "subject", "list-unsubscribe", "list-unsubscribe-post")),
        signed::toString);
    String forged = raw.replace("https://shop.example/u/1", "https://evil.example/u/1");
    assertThrows(
        org.apache.james.jdkim.exceptions.FailException.class,
        () ->
            verifier.verify(
                new ByteArrayInputStream(forged.getBytes(StandardCharsets.ISO_8859_1))));
  }

  @Test
  void aMoodyServerNeverTakesWhatWasCertainlyNotSent() {
    fake.moods(new FakeLuck(7, 10, Duration.ofMillis(20), 25, 25));
    int unknown = 0;
    for (int i = 0; i < 40; i++) {
      int before = fake.taken().size();
      Answer answer = mail.send(LETTER);
      assertEquals(answer.mayArrive() ? 1 : 0, fake.taken().size() - before, answer.toString());
      unknown += answer instanceof Answer.Unknown ? 1 : 0;
    }
    assertTrue(unknown > 0);
  }

  @Test
  void hasteIsToldBeforeTheLetter() {
    fake.pace(1);
    assertInstanceOf(Answer.Accepted.class, mail.send(LETTER));
    assertEquals(new Answer.NotSent("421 4.7.0"), mail.send(LETTER));
  }

  @Test
  void theNameOfALetterIsTheSameEveryTime() throws Exception {
    Mail offer = new Mail(ANNA, "S", "T", null, "Campaign 7, Anna", null);
    Answer.Accepted first = assertInstanceOf(Answer.Accepted.class, mail.send(offer));
    String name = last().getMessageID();
    assertEquals(first, mail.send(offer));
    assertEquals(name, last().getMessageID());
    assertEquals(SmtpMail.nameOf("Campaign 7, Anna"), first.vendorId());
  }

  @Test
  void nothingCanBeSmuggledIntoTheHeaders() {
    assertThrows(
        IllegalArgumentException.class, () -> new Mail(ANNA, "Hi\r\nBcc: all@x.example", "T"));
    assertEquals(
        new Answer.AddressRefused("not an address", AddressFate.DEAD),
        mail.send(new Mail("not an address", "S", "T")));
  }
}
