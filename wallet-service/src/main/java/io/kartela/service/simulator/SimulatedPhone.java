package io.kartela.service.simulator;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.preview.Ios;
import io.kartela.service.wallet.preview.Notice;
import io.kartela.service.wallet.preview.PhoneView;
import io.kartela.service.wallet.preview.Platform;
import io.kartela.service.wallet.preview.WalletRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A phone with a wallet, as the service meets one: over HTTP, with no other knowledge than a real
 * phone has. For the demo, for tests and for benchmarks with thousands of them. Thread-safe.
 */
public abstract sealed class SimulatedPhone permits ApplePhone, GooglePhone {
  private static final int NOTICES_KEPT = 50;
  private static final Pattern TOKEN = Pattern.compile("[0-9a-z]{1,12}-[a-z2-7]{26}");

  private final String id;
  private volatile String name;
  private volatile boolean online = true;
  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Notice> notices = new ArrayList<>();
  private long revision;
  private long noticeCount;
  private Runnable onChange = () -> {};

  SimulatedPhone(String id, String name) {
    this.id = id;
    this.name = name;
  }

  public final String id() {
    return id;
  }

  public final String name() {
    return name;
  }

  public abstract Platform platform();

  /**
   * Taps "Add to wallet".
   *
   * @param card the card's token or any of its addresses
   * @return the serial under which the wallet keeps it
   * @throws WalletRefused when the wallet does not take it
   */
  public abstract String add(String card);

  /**
   * Removes a card from the wallet and tells the service; nothing happens when the phone does not
   * have it.
   */
  public abstract void remove(String serial);

  /** Asks for everything it missed, as a phone does that was off. */
  public abstract void refresh();

  /** Goes out of reach of every server, or comes back and catches up. */
  public final void setOnline(boolean wanted) {
    online = wanted;
    changed();
    if (wanted) {
      caughtUp();
    }
  }

  public final boolean online() {
    return online;
  }

  final void restoreOnline(boolean was) {
    online = was;
  }

  final void rename(String wanted) {
    name = wanted;
    changed();
  }

  /** Says and asks what it could not while it was out of reach. */
  abstract void caughtUp();

  /** What an iPhone's Wallet knows; null for an Android. */
  abstract @Nullable Ios ios();

  /** The beginning of its push token; null when it has none of ours. */
  abstract @Nullable String shownToken();

  /** Refuses what needs a connection. */
  final void demandOnline() {
    if (!online) {
      throw new WalletRefused("the phone is offline");
    }
  }

  /** A card that is tried on: shown beside the real ones and known to nobody else. */
  interface Sample {
    PhoneView.Card view(Lang lang, @Nullable Ios ios);

    /** What the lock screen says of the step from the one before; null: nothing. */
    @Nullable String changes(Sample before, Lang lang, @Nullable Ios ios);

    /** What it was made of, and when. */
    Source source();

    /** The preview of a design that somebody tried on. */
    record Source(JsonNode preview, Instant at) {}
  }

  /** Tries a card on, in place of the one tried before. */
  final void tryOn(String serial, Sample sample, Instant at) {
    Sample before;
    lock.lock();
    try {
      before = samples.put(serial, sample);
      signal();
    } finally {
      lock.unlock();
    }
    String ru = before == null ? null : sample.changes(before, Lang.RU, ios());
    String en = before == null ? null : sample.changes(before, Lang.EN, ios());
    if (ru != null && en != null) {
      notice(
          sample.view(Lang.RU, ios()).organization(),
          sample.view(Lang.EN, ios()).organization(),
          ru,
          en,
          at,
          serial);
    }
  }

  /** The samples by serial. */
  final Map<String, Sample> samples() {
    lock.lock();
    try {
      return new LinkedHashMap<>(samples);
    } finally {
      lock.unlock();
    }
  }

  final void restoreSample(String serial, Sample sample) {
    lock.lock();
    try {
      samples.put(serial, sample);
    } finally {
      lock.unlock();
    }
  }

  /** Whether there was such a sample. */
  final boolean takeOff(String serial) {
    lock.lock();
    try {
      boolean was = samples.remove(serial) != null;
      if (was) {
        signal();
      }
      return was;
    } finally {
      lock.unlock();
    }
  }

  /** The cards, in the order they were added. */
  public abstract List<PhoneView.Card> cards(Lang lang);

  public final PhoneView view(Lang lang) {
    List<PhoneView.Card> cards = new ArrayList<>(cards(lang));
    Ios system = ios();
    lock.lock();
    try {
      samples.values().forEach(sample -> cards.add(sample.view(lang, system)));
      return new PhoneView(
          id,
          name,
          platform(),
          online,
          system == null ? null : system.number(),
          shownToken(),
          cards,
          notices.stream().map(n -> n.view(lang)).toList());
    } finally {
      lock.unlock();
    }
  }

  public final void clearNotices() {
    lock.lock();
    try {
      notices.clear();
      signal();
    } finally {
      lock.unlock();
    }
  }

  /** Grows with every visible change. */
  public final long revision() {
    lock.lock();
    try {
      return revision;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the revision differs or time is up; returns the revision then. */
  public final long await(long seen, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (revision == seen && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return revision;
    } finally {
      lock.unlock();
    }
  }

  final void changed() {
    lock.lock();
    try {
      signal();
    } finally {
      lock.unlock();
    }
  }

  final void notice(
      String titleRu, String titleEn, String ru, String en, Instant at, String serial) {
    lock.lock();
    try {
      noticeCount++;
      String noticeId = at.toEpochMilli() + "-" + noticeCount;
      notices.addFirst(new Notice(noticeId, titleRu, titleEn, ru, en, at, serial));
      if (notices.size() > NOTICES_KEPT) {
        notices.removeLast();
      }
      signal();
    } finally {
      lock.unlock();
    }
  }

  final List<Notice> notices() {
    lock.lock();
    try {
      return List.copyOf(notices);
    } finally {
      lock.unlock();
    }
  }

  final void restore(List<Notice> kept) {
    lock.lock();
    try {
      notices.addAll(kept);
    } finally {
      lock.unlock();
    }
  }

  /** Calls this after every change; must be quick. */
  final void whenChanged(Runnable listener) {
    lock.lock();
    try {
      onChange = listener;
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    revision++;
    changed.signalAll();
    onChange.run();
  }

  static String tokenIn(String card) {
    Matcher m = TOKEN.matcher(card);
    if (!m.find()) {
      throw new WalletRefused("this is no card's address");
    }
    return m.group();
  }
}
