package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.kartela.push.Answer;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.code.Phone;
import io.kartela.service.job.Jobs;
import io.kartela.service.message.post.Message;
import io.kartela.service.message.post.Post;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Recipient;
import io.kartela.service.message.post.Skip;
import io.kartela.service.message.post.Verdict;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** One door for words to a person: once for each occasion, with exactly one verdict. */
class PostTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
  private static final String PHONE = "+79167795501";

  private final Database one = kartela.open();
  private final Database two = kartela.open();
  private final TestShop shop = maker.open("post", PROGRAM);

  PostTest() {
    super(clock -> TestKartela.startWith(clock, true, Map.of()));
  }

  @AfterAll
  void closeNodes() {
    one.close();
    two.close();
  }

  /** A gateway that does as it is told and keeps what it was given. */
  private static final class Gateway implements SmsGateway {
    private final List<TextMessage> taken = new CopyOnWriteArrayList<>();
    private volatile Function<TextMessage, Answer> says = text -> new Answer.Accepted("1");

    @Override
    public Answer send(TextMessage message) {
      taken.add(message);
      return says.apply(message);
    }

    @Override
    public Optional<BigDecimal> balance() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  private Message code(String occasion) {
    return message(occasion, Reason.SIGN_UP_CODE, null);
  }

  private Message message(String occasion, Reason reason, @Nullable Long member) {
    return new Message(
        shop.id(),
        new Recipient(member, new Phone(PHONE), Lang.RU),
        reason,
        occasion,
        new LocalText("Код 123456", "Code 123456"),
        clock.instant().plus(Duration.ofMinutes(10)));
  }

  private String row(String occasion) {
    return kartela.text(
        "SELECT trim(verdict || ' ' || why) FROM kartela.message WHERE occasion = '"
            + occasion
            + "'");
  }

  @Test
  void twoNodesSayTheSameOnce() throws Exception {
    Gateway gateway = new Gateway();
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    gateway.says =
        text -> {
          asked.countDown();
          try {
            assertTrue(answer.await(30, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new Answer.Accepted("1");
        };
    Message m = code("twice");
    CompletableFuture<Verdict> first =
        CompletableFuture.supplyAsync(() -> new Post(one, gateway, clock).send(m));
    assertTrue(asked.await(30, TimeUnit.SECONDS));
    // It may be on its way: whoever asks meanwhile does not send it again.
    assertInstanceOf(Verdict.Unknown.class, new Post(two, gateway, clock).send(m));
    answer.countDown();
    assertInstanceOf(Verdict.Accepted.class, first.get(30, TimeUnit.SECONDS));
    assertInstanceOf(Verdict.Accepted.class, new Post(two, gateway, clock).send(m));
    assertEquals(List.of("Код 123456"), gateway.taken.stream().map(TextMessage::text).toList());
    assertEquals("ACCEPTED", row("twice"));
  }

  @Test
  void manyAtOnceSayItOnce() {
    Gateway gateway = new Gateway();
    Message m = code("crowd");
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        Post node = new Post(i % 2 == 0 ? one : two, gateway, clock);
        var _ = pool.submit(() -> node.send(m));
      }
    }
    assertEquals(1, gateway.taken.size());
  }

  @Test
  void aNodeThatEndsBeforeTheAnswerLeavesTheTruthBehind() {
    Gateway dying = new Gateway();
    dying.says =
        text -> {
          throw new IllegalStateException("the node ends here");
        };
    Message m = code("crash");
    assertThrows(IllegalStateException.class, () -> new Post(one, dying, clock).send(m));
    assertEquals("ACCEPTED UNKNOWN", row("crash"));
    Gateway other = new Gateway();
    assertInstanceOf(Verdict.Unknown.class, new Post(two, other, clock).send(m));
    assertEquals(0, other.taken.size());
  }

  @Test
  void whatCertainlyDidNotGoMayBeTriedAgain() {
    Gateway gateway = new Gateway();
    gateway.says = text -> new Answer.OutOfMoney("201");
    Post post = new Post(one, gateway, clock);
    Message m = code("poor");
    assertInstanceOf(Verdict.Refused.class, post.send(m));
    assertEquals("REFUSED OUT_OF_MONEY", row("poor"));
    gateway.says = text -> new Answer.Accepted("1");
    assertInstanceOf(Verdict.Accepted.class, post.send(m));
    assertEquals("ACCEPTED", row("poor"));
    assertEquals(2, gateway.taken.size());
  }

  @Test
  void whatIsTooLateDoesNotLeave() {
    Gateway gateway = new Gateway();
    Message m = code("late");
    clock.plus(Duration.ofMinutes(10));
    assertEquals(new Verdict.Skipped(Skip.EXPIRED), new Post(one, gateway, clock).send(m));
    assertEquals("SKIPPED EXPIRED", row("late"));
    assertEquals(0, gateway.taken.size());
  }

  @Test
  void offersNeedConsentAndOwnBusinessDoesNot() {
    Gateway gateway = new Gateway();
    Post post = new Post(one, gateway, clock);
    long quiet = Long.parseLong(id(shop, false));
    assertEquals(
        new Verdict.Skipped(Skip.NO_CONSENT), post.send(message("ad", Reason.CAMPAIGN, quiet)));
    assertEquals(
        new Verdict.Skipped(Skip.NO_CONSENT), post.send(message("ad-2", Reason.CAMPAIGN, null)));
    assertInstanceOf(
        Verdict.Accepted.class, post.send(message("service", Reason.SPEND_CODE, quiet)));
    assertEquals("SKIPPED NO_CONSENT", row("ad"));
  }

  @Test
  void anotherMerchantsMemberIsNobody() {
    Gateway gateway = new Gateway();
    long foreign = Long.parseLong(id(maker.open("post-other", PROGRAM), true));
    assertEquals(
        new Verdict.Skipped(Skip.NO_MEMBER),
        new Post(one, gateway, clock).send(message("foreign", Reason.CARD_LINK, foreign)));
    assertEquals(0, gateway.taken.size());
  }

  private static String id(TestShop shop, boolean messages) {
    return shop.signUp(Map.of("consentMessages", messages)).path("memberId").asString();
  }

  /** A sign-up and a spend code through the running service. */
  @Test
  void codesAndNumbersStandNeitherInTheTableNorInTheLog() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    String phone = "+79167795502";
    String signUp;
    String spend;
    try {
      String member = shop.join(Map.of("phone", phone)).path("memberId").asString();
      signUp = Newcomer.codeFor(kartela.api(), phone);
      shop.register().post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
      spend = Newcomer.codeFor(kartela.api(), phone);
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    String rows =
        kartela.text(
            "SELECT string_agg(m::text, ' | ') FROM kartela.message m WHERE address LIKE '%5502'");
    assertTrue(rows.contains("SIGN_UP_CODE") && rows.contains("SPEND_CODE"), rows);
    assertTrue(rows.contains("•••• 5502"), rows);
    for (String secret : List.of(signUp, spend, phone, phone.substring(1))) {
      assertFalse(
          rows.matches("(?s).*(?<![0-9])" + java.util.regex.Pattern.quote(secret) + "(?![0-9]).*"),
          rows);
      for (ILoggingEvent line : List.copyOf(log.list)) {
        String text = line.getFormattedMessage();
        assertFalse(
            text.matches(
                "(?s).*(?<![0-9])" + java.util.regex.Pattern.quote(secret) + "(?![0-9]).*"),
            text);
      }
    }
  }

  @Test
  void whatIsOldIsForgotten() {
    Gateway gateway = new Gateway();
    new Post(one, gateway, clock).send(code("old"));
    clock.plus(Duration.ofDays(91));
    new Post(one, gateway, clock).send(code("new"));
    try (Jobs jobs = maker.jobs(clock)) {
      jobs.forgetScans();
    }
    assertEquals(
        "new",
        kartela.text(
            "SELECT string_agg(occasion, ' ') FROM kartela.message WHERE merchant_id = "
                + shop.id()));
  }
}
