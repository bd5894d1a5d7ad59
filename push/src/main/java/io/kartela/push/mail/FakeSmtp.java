package io.kartela.push.mail;

import io.kartela.push.PushException;
import io.kartela.push.http.FakeLuck;
import io.kartela.push.http.FakePace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays a mail server on loopback (RFC 5321), as badly as a real one can: mailboxes that are not
 * there, full or grey-listed, a reputation that is gone, lines that break after the letter was
 * taken. Keeps every letter, and writes the bounces and complaints that come back. Thread-safe.
 */
public final class FakeSmtp implements AutoCloseable {
  private static final int KEPT = 300_000;

  private final InstantSource clock;
  private final Consumer<Letter> screen;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Letter> taken = new ArrayList<>();
  private final Map<String, Mailbox> mailboxes = new HashMap<>();
  private Trouble trouble = Trouble.NONE;
  private @Nullable FakePace pace;
  private @Nullable FakeLuck luck;
  private String password = "";
  private int connections;

  /**
   * A letter that was taken.
   *
   * @param raw as it came, headers included
   */
  public record Letter(String sender, String recipient, String raw, Instant at) {}

  /** How it is with somebody's mailbox. */
  public enum Mailbox {
    ALIVE("250 2.1.5 OK"),
    DEAD("550 5.1.1 no such user here"),
    MOVED("550 5.1.6 moved"),
    FULL("552 5.2.2 mailbox full"),
    GREY("451 4.7.1 greylisted, come back later"),
    /** Does not say why: it may be us. */
    REFUSING("550 no");

    final String reply;

    Mailbox(String reply) {
      this.reply = reply;
    }
  }

  /** What to do to the next letters. */
  public enum Trouble {
    NONE(""),
    /** Takes the letter and breaks the line: the maker of duplicates. */
    DROP(""),
    /** Breaks the line in the middle of the letter. */
    CUT(""),
    BUSY("421 4.7.0 too many letters, closing"),
    BAD_REPUTATION("550 5.7.1 message refused by policy"),
    SPAM("554 looks like spam"),
    TOO_LARGE("552 5.3.4 too large");

    final String reply;

    Trouble(String reply) {
      this.reply = reply;
    }
  }

  /**
   * Starts listening.
   *
   * @param screen gets every letter that was taken
   */
  public FakeSmtp(InstantSource clock, Consumer<Letter> screen) {
    this.clock = clock;
    this.screen = screen;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new PushException("push.mail.start", "no port for the mail server's stand-in", e);
    }
    threads.execute(this::listen);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public void trouble(Trouble what) {
    locked(() -> trouble = what);
  }

  /** From now on every letter has its own luck; a broken one meets a server that is busy. */
  public void moods(FakeLuck moods) {
    locked(() -> luck = moods);
  }

  /** No more letters than this; 0: as many as come. */
  public void pace(int perSecond) {
    locked(() -> pace = perSecond == 0 ? null : new FakePace(perSecond, clock.instant()));
  }

  public void mailbox(String address, Mailbox state) {
    locked(() -> mailboxes.put(address, state));
  }

  /** From now on whoever sends has to say who he is: user {@code shop} and this password. */
  public void password(String wanted) {
    locked(() -> password = wanted);
  }

  /** Every letter that was taken, oldest first. */
  public List<Letter> taken() {
    lock.lock();
    try {
      return List.copyOf(taken);
    } finally {
      lock.unlock();
    }
  }

  /** How many connections there have been. */
  public int connections() {
    lock.lock();
    try {
      return connections;
    } finally {
      lock.unlock();
    }
  }

  /** What a server further on writes to the letter's sender; to be read by {@link Bounces}. */
  public static byte[] bounce(Letter letter, String action, String status) {
    return FakeReports.bounce(letter, action, status);
  }

  /** What a large receiver writes when a person pressed "spam". */
  public static byte[] complaint(Letter letter) {
    return FakeReports.complaint(letter);
  }

  /** What happens to the next letter. */
  Trouble next() {
    FakeLuck.Drawn drawn = new FakeLuck.Drawn.Good();
    lock.lock();
    try {
      if (pace != null && !pace.admits(clock.instant())) {
        return Trouble.BUSY;
      }
      if (luck == null) {
        return trouble;
      }
      drawn = luck.draw();
    } finally {
      lock.unlock();
    }
    return switch (drawn) {
      case FakeLuck.Drawn.Good _ -> Trouble.NONE;
      case FakeLuck.Drawn.Late(Duration by) -> late(by);
      case FakeLuck.Drawn.Dropped _ -> Trouble.DROP;
      case FakeLuck.Drawn.Broken _ -> Trouble.BUSY;
    };
  }

  private static Trouble late(Duration by) {
    try {
      Thread.sleep(by);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Trouble.NONE;
  }

  Mailbox mailbox(String address) {
    lock.lock();
    try {
      return mailboxes.getOrDefault(address, Mailbox.ALIVE);
    } finally {
      lock.unlock();
    }
  }

  String password() {
    lock.lock();
    try {
      return password;
    } finally {
      lock.unlock();
    }
  }

  void take(String sender, String recipient, String raw) {
    Letter letter = new Letter(sender, recipient, raw, clock.instant());
    locked(
        () -> {
          if (taken.size() < KEPT) {
            taken.add(letter);
          }
        });
    screen.accept(letter);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        one.setSoTimeout((int) Duration.ofMinutes(5).toMillis());
        locked(() -> connections++);
        threads.execute(() -> new FakeSmtpTalk(this, one).run());
      } catch (IOException e) {
        return;
      }
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new PushException("push.mail.stop", "the mail server's stand-in does not stop", e);
    }
  }
}
