package io.kartela.service.message.delivery;

import io.kartela.push.Delivery;
import io.kartela.service.message.delivery.Finish.End;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.work.Silences;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.PushTargets.Target;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes to the phones of changed cards, each token once, and makes out of the answers how each
 * change ended: every phone has its own fate. Thread-safe.
 */
final class PhonePushes {
  private static final Logger LOG = LoggerFactory.getLogger(PhonePushes.class);
  private static final Duration CERTIFICATE_TROUBLE = Duration.ofMinutes(1);
  private static final Duration TROUBLE = Duration.ofSeconds(30);

  /** Not worth another round. */
  private static final long SOON = 200;

  private final ApplePush push;
  private final PushPace pace;
  private final DeliveryMeters meters;
  private final InstantSource clock;
  private final TokenGuard guard = new TokenGuard();
  private final AtomicLong warnedAt = new AtomicLong();

  PhonePushes(ApplePush push, PushPace pace, DeliveryMeters meters, InstantSource clock) {
    this.push = push;
    this.pace = pace;
    this.meters = meters;
    this.clock = clock;
  }

  /** What came of asking for a push. */
  sealed interface Said {
    /** Apple's answer. */
    record Vendor(Delivery delivery) implements Said {}

    /** So many tokens were doubtful that the certificate is. */
    record Certificate(String reason) implements Said {}

    /** It was not asked: other pushes were just before. */
    record Wait(Duration how) implements Said {}
  }

  /**
   * How one change ended.
   *
   * @param waiting the devices that are still to be told though the change is over, and how long
   *     each after the first
   * @param after how long the first of them waits
   */
  record Fate(End end, Map<String, Long> waiting, Duration after) {}

  /** By which certificate it pushes for the merchant. */
  String certificate(long merchantId) {
    return push.certificate(merchantId);
  }

  /** Pushes to whoever is due; what will be answered, by token. */
  Map<String, CompletableFuture<Said>> push(long merchantId, Map<OutboxRow, List<Target>> targets) {
    String certificate = certificate(merchantId);
    Map<String, CompletableFuture<Said>> sent = new LinkedHashMap<>();
    targets.forEach(
        (row, own) -> {
          Map<String, Long> from = row.devices();
          for (Target target : own) {
            if (isDue(from, target) && !isTold(row, target)) {
              // A phone with several cards, or a token that several devices report, hears it once.
              sent.computeIfAbsent(
                  target.pushToken(), token -> push(merchantId, certificate, token));
            }
          }
        });
    return sent;
  }

  private boolean isDue(Map<String, Long> from, Target target) {
    return from.getOrDefault(target.device(), 0L) <= SOON;
  }

  /** Whether a later push than this change's has told of it. */
  private boolean isTold(OutboxRow row, Target target) {
    return row.touched()
        && row.device() == null
        && pace.knows(target.pushToken(), target.serial(), target.version());
  }

  private CompletableFuture<Said> push(long merchantId, String certificate, String token) {
    Duration wait = pace.take(token);
    if (!wait.isZero()) {
      return CompletableFuture.completedFuture(new Said.Wait(wait));
    }
    CompletableFuture<Delivery> answer;
    try {
      answer = push.push(merchantId, token);
    } catch (RuntimeException e) {
      LOG.error("pushes of merchant {} cannot be made", merchantId, e);
      return CompletableFuture.completedFuture(new Said.Certificate("no identity"));
    }
    return answer.thenApply(
        delivery -> {
          meters.pushed(Silences.Vendor.APPLE, delivery);
          return judge(certificate, token, delivery);
        });
  }

  /**
   * A refusal that would quarantine becomes a wait when the certificate is the likelier culprit.
   */
  private Said judge(String certificate, String token, Delivery delivery) {
    boolean doubtful =
        delivery instanceof Delivery.Rejected(var reason, var fate, var since)
            && fate == Delivery.AddressFate.QUARANTINE;
    boolean evidence = doubtful || delivery instanceof Delivery.Delivered;
    if (!evidence || guard.tokensAreToBlame(certificate, token, doubtful) || !doubtful) {
      return new Said.Vendor(delivery);
    }
    long now = clock.millis();
    long warned = warnedAt.get();
    if (now - warned > 60_000 && warnedAt.compareAndSet(warned, now)) {
      LOG.error(
          "APNs refuses too many push tokens ({}): certificate or environment look wrong ({});"
              + " keeping them",
          delivery,
          certificate);
    }
    return new Said.Certificate(((Delivery.Rejected) delivery).reason());
  }

  /**
   * How a change ended by these answers.
   *
   * @param backOff how long whoever failed waits at least
   */
  Fate fate(OutboxRow row, List<Target> targets, Map<String, Said> answers, Duration backOff) {
    Tally tally = new Tally(backOff);
    Map<String, Long> from = row.devices();
    for (Target target : targets) {
      Said said = answers.get(target.pushToken());
      if (!isDue(from, target)) {
        tally.wait(target, Duration.ofMillis(from.getOrDefault(target.device(), 0L)));
      } else if (said == null) {
        tally.delivered = true; // a later push told of it
      } else {
        tally.add(target, said);
      }
    }
    return tally.fate();
  }

  /** Counts the answers of one change's phones. */
  private final class Tally {
    private final Duration backOff;
    private final Map<String, Long> waiting = new LinkedHashMap<>();
    private Duration least = Duration.ofDays(1);
    private boolean delivered;
    private boolean failed;
    private Reason reason = Reason.UNREACHABLE;
    private String detail = "";
    private String refusal = "DEAD_TOKEN";

    Tally(Duration backOff) {
      this.backOff = backOff;
    }

    void add(Target target, Said said) {
      switch (said) {
        case Said.Wait(Duration how) -> wait(target, how);
        case Said.Certificate(String why) ->
            failed(target, Reason.CERTIFICATE, why, CERTIFICATE_TROUBLE);
        case Said.Vendor(Delivery delivery) -> add(target, delivery);
      }
    }

    private void add(Target target, Delivery delivery) {
      switch (delivery) {
        case Delivery.Delivered d -> {
          delivered = true;
          pace.told(target.pushToken(), target.serial(), target.version());
        }
        case Delivery.Retry(var why, var after) -> failed(target, Reason.UNREACHABLE, why, after);
        case Delivery.Throttled(var why, var after) ->
            failed(target, Reason.UNREACHABLE, why, after);
        case Delivery.Rejected(var why, var fate, var since) -> {
          switch (fate) {
            case DEAD -> {}
            case QUARANTINE -> refusal = "QUARANTINED";
            // Apple's quarrel is with us, and not with the phone.
            case KEEP -> failed(target, Reason.CERTIFICATE, why, TROUBLE);
          }
        }
      }
    }

    private void failed(Target target, Reason why, String word, Duration after) {
      failed = true;
      reason = why;
      detail = word;
      wait(target, after.compareTo(backOff) < 0 ? backOff : after);
    }

    void wait(Target target, Duration how) {
      waiting.put(target.device(), how.toMillis());
      least = least.compareTo(how) < 0 ? least : how;
    }

    Fate fate() {
      waiting.replaceAll((device, millis) -> millis - least.toMillis());
      if (waiting.isEmpty()) {
        return new Fate(
            delivered ? new End.Delivered() : new End.Failed(refusal), Map.of(), Duration.ZERO);
      }
      if (delivered) {
        return new Fate(new End.Delivered(), waiting, least);
      }
      return new Fate(
          failed
              ? new End.Later(least, reason, detail, waiting)
              : new End.Wait(least.plusMillis(1), waiting),
          Map.of(),
          Duration.ZERO);
    }
  }

  /** The refusals among the answers, by token. */
  static Map<String, Delivery.Rejected> refused(Map<String, Said> answers) {
    Map<String, Delivery.Rejected> refused = new LinkedHashMap<>();
    answers.forEach(
        (token, said) -> {
          if (said instanceof Said.Vendor(Delivery.Rejected rejected)) {
            refused.put(token, rejected);
          }
        });
    return refused;
  }
}
