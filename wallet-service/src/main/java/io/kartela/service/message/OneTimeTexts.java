package io.kartela.service.message;

import io.kartela.push.Answer;
import io.kartela.service.code.Phone;
import io.kartela.service.member.profile.SignUpCodes;
import io.kartela.service.message.post.Message;
import io.kartela.service.message.post.Post;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Recipient;
import io.kartela.service.message.post.Verdict;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counter in front of {@link Post} for texts that prove a phone: how many there may be, and
 * what the person and the operator are told when one does not go. Whoever checks a code asks here,
 * too, so that guesses are counted whatever the code was for. Thread-safe.
 */
public final class OneTimeTexts {
  /** What people are told. */
  public static final int RESEND_SECONDS = (int) CodeCounts.RESEND.toSeconds();

  private static final Logger LOG = LoggerFactory.getLogger(OneTimeTexts.class);

  /** The same alarm about the same shop is logged once in this time; the metrics count them all. */
  private static final Duration ALARM_EVERY = Duration.ofMinutes(10);

  private final Database database;
  private final Post post;
  private final CodeLimits limits;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final CodeCounts counts = new CodeCounts();
  private final Map<String, Instant> alarmed = new ConcurrentHashMap<>();

  public OneTimeTexts(
      Database database, Post post, CodeLimits limits, MeterRegistry meters, InstantSource clock) {
    this.database = database;
    this.post = post;
    this.limits = limits;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * Counts a text that {@link #send} will send once the caller's transaction is committed. Throws a
   * problem with Retry-After when there were enough.
   */
  public void permit(Connection c, long merchantId, CodePurpose purpose, String phone)
      throws SQLException {
    Optional<CodeCounts.Refusal> refusal =
        counts.send(c, merchantId, purpose, new Phone(phone), limits, clock.instant());
    if (refusal.isPresent()) {
      CodeCounts.Refusal no = refusal.get();
      count("kartela_codes_refused", "reason", no.reason().name());
      if (no.reason() == CodeCounts.Reason.COUNTRY || no.reason() == CodeCounts.Reason.SHOP) {
        String region = no.reason() == CodeCounts.Reason.COUNTRY ? new Phone(phone).region() : "";
        alarm(
            merchantId + no.reason().name() + region,
            "Merchant {}: the day's one-time codes are used up ({} {}); somebody may be ordering"
                + " texts at the sign-up page",
            merchantId,
            no.reason(),
            region);
      }
      throw later(no.pause());
    }
  }

  /**
   * Sends what was permitted; a problem that the person understands when it certainly did not go.
   */
  public void send(Message message) {
    switch (post.send(message)) {
      case Verdict.Accepted _ -> count("kartela_sms_sent", "result", "accepted");
      case Verdict.Unknown(String detail) -> {
        // The person is told to look: the text may come, and another may be asked for in a minute.
        count("kartela_sms_sent", "result", "unknown");
        LOG.warn(
            "Merchant {}: it is not known whether a text was sent: {}",
            message.merchantId(),
            detail);
      }
      case Verdict.Refused(Answer answer) -> {
        count("kartela_sms_sent", "result", answer.getClass().getSimpleName());
        takeBack(message);
        throw refused(message.merchantId(), answer);
      }
      case Verdict.Skipped _ -> {
        count("kartela_sms_sent", "result", "skipped");
        takeBack(message);
        throw new Problem(ProblemCode.SMS_UNAVAILABLE);
      }
    }
  }

  private void takeBack(Message message) {
    long merchantId = message.merchantId();
    CodePurpose purpose = CodePurpose.of(message.reason());
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              counts.takeBack(c, merchantId, purpose, message.to().phone());
              return true;
            });
  }

  /** What signing up needs of it. */
  public SignUpCodes forSignUps() {
    return new SignUpCodes() {
      @Override
      public void permit(Connection c, long merchantId, String phone) throws SQLException {
        OneTimeTexts.this.permit(c, merchantId, CodePurpose.SIGN_UP, phone);
      }

      @Override
      public void send(long merchantId, SignUpCodes.Text text) {
        Recipient newcomer = new Recipient(null, text.phone(), text.lang());
        OneTimeTexts.this.send(
            new Message(
                merchantId,
                newcomer,
                Reason.SIGN_UP_CODE,
                text.occasion(),
                text.words(),
                text.deadline()));
      }

      @Override
      public void mayTry(Connection c, long merchantId, String phone) throws SQLException {
        OneTimeTexts.this.mayTry(c, merchantId, CodePurpose.SIGN_UP, phone);
      }

      @Override
      public void wrong(Connection c, long merchantId, String phone) throws SQLException {
        OneTimeTexts.this.wrong(c, merchantId, CodePurpose.SIGN_UP, phone);
      }

      @Override
      public int resendSeconds() {
        return RESEND_SECONDS;
      }
    };
  }

  private Problem refused(long merchantId, Answer answer) {
    return switch (answer) {
      case Answer.Withdrawn(String code) -> {
        LOG.info("Merchant {}: a person lets no texts through: {}", merchantId, code);
        yield new Problem(ProblemCode.PHONE_UNREACHABLE);
      }
      case Answer.AddressRefused(String code, var _) -> {
        LOG.info("Merchant {}: the SMS gateway refused a number: {}", merchantId, code);
        yield new Problem(ProblemCode.PHONE_UNREACHABLE);
      }
      case Answer.Throttled(String code, Duration after) -> {
        alarm("throttled", "The SMS gateway wants less: {}", code);
        yield Problem.retryAfter(ProblemCode.SMS_UNAVAILABLE, Math.min(after.toSeconds(), 600));
      }
      case Answer.OutOfMoney(String code) ->
          unavailable("money", "No codes are sent: the SMS gateway's account is empty: {}", code);
      case Answer.CredentialRefused(String code) ->
          unavailable("key", "No codes are sent: the SMS gateway refuses our key: {}", code);
      case Answer.TextRefused(String code) ->
          unavailable("text", "The SMS gateway refuses our text or sender: {}", code);
      case Answer.NotSent(String reason) ->
          unavailable("away", "No codes are sent: the SMS gateway is out of reach: {}", reason);
      case Answer.Accepted _, Answer.Unknown _ ->
          throw new IllegalStateException("these may arrive");
    };
  }

  private Problem unavailable(String kind, String sentence, String detail) {
    alarm(kind, sentence, detail);
    return new Problem(ProblemCode.SMS_UNAVAILABLE);
  }

  /** Throws when this phone's codes are not listened to for a while. */
  public void mayTry(Connection c, long merchantId, CodePurpose purpose, String phone)
      throws SQLException {
    Optional<Duration> blocked =
        counts.blocked(c, merchantId, purpose, new Phone(phone), clock.instant());
    if (blocked.isPresent()) {
      count("kartela_codes_refused", "reason", "TRIES");
      throw later(blocked.get());
    }
  }

  /** Counts a wrong code in the transaction that counts it for the code itself. */
  public void wrong(Connection c, long merchantId, CodePurpose purpose, String phone)
      throws SQLException {
    meters.counter("kartela_codes_wrong").increment();
    Optional<Duration> pause =
        counts.wrong(c, merchantId, purpose, new Phone(phone), clock.instant());
    if (pause.isPresent()) {
      alarm(
          merchantId + "guess",
          "Merchant {}: somebody guesses the codes of a phone; it waits for {} s",
          merchantId,
          pause.get().toSeconds());
    }
  }

  private static Problem later(Duration wait) {
    return Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, wait.toSeconds() + 1);
  }

  private void count(String name, String tag, String value) {
    meters.counter(name, tag, value.toLowerCase(Locale.ROOT)).increment();
  }

  private void alarm(String about, String sentence, Object... details) {
    Instant now = clock.instant();
    boolean[] first = {false};
    alarmed.compute(
        about,
        (key, last) -> {
          first[0] = last == null || !now.isBefore(last.plus(ALARM_EVERY));
          return first[0] ? now : last;
        });
    if (first[0]) {
      LOG.error(sentence, details);
    }
    if (alarmed.size() > 10_000) {
      alarmed.values().removeIf(at -> !now.isBefore(at.plus(ALARM_EVERY)));
    }
  }
}
