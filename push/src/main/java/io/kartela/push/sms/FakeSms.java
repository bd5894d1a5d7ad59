package io.kartela.push.sms;

import io.kartela.push.http.FakeCallbacks;
import io.kartela.push.http.FakeVendor;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the stand-ins of SMS gateways share: telephone lines whose state a person can change, an
 * account, and every text that was taken, so that a test counts duplicates. Receipts are told when
 * asked, and posted when an address was given.
 */
public abstract class FakeSms extends FakeVendor {
  private static final int KEPT = 300_000;
  private static final BigDecimal PRICE = new BigDecimal("4.99");

  private final Consumer<TextMessage> phones;
  private final Deque<Taken> taken = new ArrayDeque<>();
  private final Map<String, Kept> byId = new HashMap<>();
  private final Map<String, Instant> lately = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Line> lines = new HashMap<>();
  private BigDecimal balance = new BigDecimal("1000.00");
  private Duration delay = Duration.ZERO;
  private @Nullable URI listener;
  private FakeCallbacks callbacks = new FakeCallbacks(FakeCallbacks.Habits.GOOD);
  private int next = 1;

  /** A text that was taken, and paid for. */
  public record Taken(String phone, String text, String sender, Instant at) {}

  /** How it is with somebody's number. */
  public enum Line {
    ALIVE,
    /** There is no such subscriber. */
    DEAD,
    /** The operator has barred it; it may be paid for tomorrow. */
    BARRED,
    /** The phone is off: the text expires. */
    ABSENT,
    /** The subscriber has switched off mailings at the operator. */
    REFUSES_ADS,
    /** Another SIM since lately: perhaps another person. */
    SIM_CHANGED
  }

  record Kept(String id, Taken taken) {}

  /**
   * For a stand-in that calls {@code start} itself.
   *
   * @param phones gets every text that was taken for a line that is alive
   */
  FakeSms(InstantSource clock, Consumer<TextMessage> phones) {
    super(clock);
    this.phones = phones;
  }

  /**
   * What is said at once to a text for this number, by the vendor's code; 100: it is well again.
   */
  public final void number(String phone, int code) {
    locked(() -> numbers.put(phone, code));
  }

  /** What becomes of texts to this number, those under way included. */
  public final void line(String phone, Line state) {
    locked(() -> lines.put(phone, state));
  }

  public final Line line(String phone) {
    return locked(() -> lines.getOrDefault(phone, Line.ALIVE));
  }

  public final void balance(String roubles) {
    locked(() -> balance = new BigDecimal(roubles));
  }

  /** What became of a text is known only so long after it was taken. */
  public final void receiptsAfter(Duration wait) {
    locked(() -> delay = wait);
  }

  /** From now on receipts are posted there, by these habits. */
  public final void receiptsTo(URI address, FakeCallbacks.Habits habits) {
    locked(
        () -> {
          listener = address;
          callbacks.close();
          callbacks = new FakeCallbacks(habits);
          return address;
        });
  }

  /** Every text that was taken, oldest first. */
  public final List<Taken> taken() {
    return locked(() -> new ArrayList<>(taken));
  }

  /** The vendor's own way of posting what became of a text. */
  abstract void post(Kept kept, URI to, FakeCallbacks callbacks);

  final int said(String phone) {
    return numbers.getOrDefault(phone, 100);
  }

  final Line lineOf(Kept kept) {
    return lines.getOrDefault(kept.taken.phone, Line.ALIVE);
  }

  final BigDecimal left() {
    return balance;
  }

  final boolean canPay(String text) {
    return balance.compareTo(price(text)) >= 0;
  }

  static BigDecimal price(String text) {
    return PRICE.multiply(BigDecimal.valueOf(SmsParts.of(text).parts()));
  }

  final int nextNumber() {
    return next++;
  }

  /** Whether the same text went to the same number in this time. */
  final boolean repeated(String phone, String text, Duration within) {
    Instant last = lately.get(phone + "\n" + text);
    return last != null && last.isAfter(clock.instant().minus(within));
  }

  final void take(String id, String phone, String text, String sender) {
    take(id, phone, text, sender, null);
  }

  /**
   * Takes a text.
   *
   * @param own where its receipts are posted instead; null: where all are
   */
  final void take(String id, String phone, String text, String sender, @Nullable URI own) {
    Taken one = new Taken(phone, text, sender, clock.instant());
    balance = balance.subtract(price(text));
    taken.add(one);
    if (taken.size() > KEPT) {
      Taken oldest = taken.removeFirst();
      lately.remove(oldest.phone + "\n" + oldest.text);
    }
    lately.put(phone + "\n" + text, one.at);
    Kept kept = new Kept(id, one);
    byId.put(id, kept);
    if (lineOf(kept) == Line.ALIVE) {
      phones.accept(new TextMessage(phone, text, id));
    }
    URI to = own == null ? listener : own;
    if (to != null) {
      post(kept, to, callbacks);
    }
  }

  /** Null when the gateway has never heard of it. */
  final @Nullable Kept find(String id) {
    return byId.get(id);
  }

  /** Whether it is known what became of the text. */
  final boolean settled(Kept kept) {
    return !clock.instant().isBefore(kept.taken.at.plus(delay));
  }

  @Override
  public final void close() {
    locked(
        () -> {
          callbacks.close();
          return callbacks;
        });
    super.close();
  }
}
