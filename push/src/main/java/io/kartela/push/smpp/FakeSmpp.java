package io.kartela.push.smpp;

import io.kartela.push.PushException;
import io.kartela.push.http.FakeLuck;
import io.kartela.push.http.FakePace;
import io.kartela.push.sms.FakeSms.Line;
import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.TextMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Plays a message centre on loopback over SMPP 3.4: wrong passwords, a pace, lines that break after
 * a text was taken, receipts before the answer, twice, in several spellings, and again when nobody
 * could place them. Joins parts; keeps every text. Thread-safe.
 */
public final class FakeSmpp implements AutoCloseable {
  private static final int KEPT = 300_000;

  private final String systemId;
  private final String password;
  private final InstantSource clock;
  private final Consumer<TextMessage> phones;
  private final SMPPServerSessionListener listener;
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Line> lines = new HashMap<>();
  private final FakeSmppParts parts = new FakeSmppParts();
  private FakeSmppReceipts receipts =
      new FakeSmppReceipts(FakeSmppReceipts.Spelling.STANDARD, 1, false);
  private Trouble trouble = new Trouble.None();
  private @Nullable FakePace pace;
  private @Nullable FakeLuck luck;
  private long next = 0xABCDE0;

  /** What to do to the next texts. */
  public sealed interface Trouble {
    record None() implements Trouble {}

    /** Refuses with this command_status. */
    record Status(int status) implements Trouble {}

    /** Takes the text and answers too late. */
    record Late(Duration delay) implements Trouble {}

    /** Takes the text and breaks the line: the maker of duplicates. */
    record Drop() implements Trouble {}
  }

  /** From now on every text has its own luck; a broken one is refused as by a centre in trouble. */
  public void moods(FakeLuck moods) {
    locked(() -> luck = moods);
  }

  /**
   * Starts listening.
   *
   * @param phones gets every text that was taken for a line that is alive
   */
  public FakeSmpp(
      String systemId, String password, InstantSource clock, Consumer<TextMessage> phones) {
    this.systemId = systemId;
    this.password = password;
    this.clock = clock;
    this.phones = phones;
    FakeSmppSocket socket = new FakeSmppSocket();
    try {
      this.listener = new SMPPServerSessionListener(0, socket);
    } catch (IOException e) {
      throw new PushException("push.smpp.start", "no port for the message centre's stand-in", e);
    }
    this.port = socket.port();
    listener.setPduProcessorDegree(8);
    listener.setQueueCapacity(4_000);
    listener.setMessageReceiverListener(new FakeSmppCentre(this));
    threads.execute(this::listen);
  }

  public int port() {
    return port;
  }

  public void trouble(Trouble what) {
    locked(() -> trouble = what);
  }

  /** No more texts than this; 0: as many as come. */
  public void pace(int most) {
    locked(() -> pace = most == 0 ? null : new FakePace(most, clock.instant()));
  }

  public void line(String phone, Line state) {
    locked(() -> lines.put(phone, state));
  }

  public Line line(String phone) {
    lock.lock();
    try {
      return lines.getOrDefault(phone, Line.ALIVE);
    } finally {
      lock.unlock();
    }
  }

  /** How receipts are written and sent from now on. */
  public void receipts(FakeSmppReceipts how) {
    locked(() -> receipts = how);
  }

  /** Every text that was taken, its parts joined, oldest first. */
  public List<Taken> taken() {
    lock.lock();
    try {
      return List.copyOf(taken);
    } finally {
      lock.unlock();
    }
  }

  private void listen() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        SMPPServerSession session = listener.accept();
        threads.execute(() -> bind(session));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(5_000);
      if (!systemId.equals(request.getSystemId())) {
        request.reject(0x0F);
      } else if (!password.equals(request.getPassword())) {
        request.reject(0x0E);
      } else {
        request.accept("fake");
      }
    } catch (IOException | TimeoutException | PDUStringException e) {
      session.close();
    }
  }

  SubmitSmResult submit(SubmitSm text, SMPPServerSession session) throws ProcessRequestException {
    Accepted accepted;
    lock.lock();
    try {
      Trouble now = drawn();
      judge(text, now);
      accepted = take(text, now);
    } finally {
      lock.unlock();
    }
    accepted.whole.ifPresent(
        whole -> {
          if (accepted.line == Line.ALIVE) {
            phones.accept(whole);
          }
        });
    if (accepted.trouble instanceof Trouble.Drop) {
      session.close();
    }
    if (accepted.trouble instanceof Trouble.Late(Duration delay)) {
      sleep(delay);
    }
    if (text.getRegisteredDelivery() == 1) {
      accepted.receipts.send(threads, session, text, accepted.number, accepted.line);
    }
    try {
      return new SubmitSmResult(
          new MessageId(accepted.receipts.answered(accepted.number)), new OptionalParameter[0]);
    } catch (PDUStringException e) {
      throw new ProcessRequestException("no id", 0x08, e);
    }
  }

  private record Accepted(
      long number,
      Line line,
      Trouble trouble,
      Optional<TextMessage> whole,
      FakeSmppReceipts receipts) {}

  private Trouble drawn() {
    if (luck == null) {
      return trouble;
    }
    return switch (luck.draw()) {
      case FakeLuck.Drawn.Good _ -> new Trouble.None();
      case FakeLuck.Drawn.Late(Duration by) -> new Trouble.Late(by);
      case FakeLuck.Drawn.Dropped _ -> new Trouble.Drop();
      case FakeLuck.Drawn.Broken _ -> new Trouble.Status(0x08);
    };
  }

  private void judge(SubmitSm text, Trouble now) throws ProcessRequestException {
    if (pace != null && !pace.admits(clock.instant())) {
      throw new ProcessRequestException("throttled", 0x58);
    }
    if (now instanceof Trouble.Status(int status)) {
      throw new ProcessRequestException("refused", status);
    }
    if (!text.getDestAddress().matches("[1-9][0-9]{6,14}")) {
      throw new ProcessRequestException("no number", 0x0B);
    }
  }

  private Accepted take(SubmitSm text, Trouble now) {
    String phone = "+" + text.getDestAddress();
    long number = next++;
    Optional<TextMessage> whole =
        parts.add(text).map(words -> new TextMessage(phone, words, Long.toString(number)));
    whole.ifPresent(
        one -> {
          if (taken.size() < KEPT) {
            taken.add(new Taken(phone, one.text(), text.getSourceAddr(), clock.instant()));
          }
        });
    return new Accepted(number, lines.getOrDefault(phone, Line.ALIVE), now, whole, receipts);
  }

  private static void sleep(Duration delay) {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
      listener.close();
    } catch (IOException e) {
      throw new PushException("push.smpp.stop", "the message centre does not stop", e);
    }
  }
}
