package io.kartela.push.smpp;

import io.kartela.push.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The one session with a message centre, bound again when it broke. While binding fails everybody
 * is told so at once for a second, instead of each knocking for itself. Thread-safe.
 */
final class SmppLink {
  private static final int ENQUIRE_MILLIS = 30_000;
  private static final int HANDS = 8;
  private static final int LEAST_QUEUE = 1_000;
  private static final long KNOCKS_APART_NANOS = Duration.ofSeconds(1).toNanos();

  private final SmppSettings settings;
  private final MessageReceiverListener receiver;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SMPPSession session;
  private @Nullable Answer failure;
  private long failedAt;

  /** A session, or why there is none. */
  sealed interface Bound {
    record Session(SMPPSession session) implements Bound {}

    record No(Answer answer) implements Bound {}
  }

  SmppLink(SmppSettings settings, MessageReceiverListener receiver) {
    this.settings = settings;
    this.receiver = receiver;
  }

  Bound bound() {
    lock.lock();
    try {
      if (session != null && session.getSessionState().isTransmittable()) {
        return new Bound.Session(session);
      }
      if (failure != null && System.nanoTime() - failedAt < KNOCKS_APART_NANOS) {
        return new Bound.No(failure);
      }
      return bind();
    } finally {
      lock.unlock();
    }
  }

  private Bound bind() {
    ConnectionFactory way =
        settings.centre().tls()
            ? new SSLSocketConnectionFactory()
            : SocketConnectionFactory.getInstance();
    SMPPSession fresh = new SMPPSession(way);
    fresh.setEnquireLinkTimer(ENQUIRE_MILLIS);
    fresh.setTransactionTimer(settings.patience().toMillis());
    fresh.setMessageReceiverListener(receiver);
    // Answers wait in one queue with receipts: a flood of these must not push those out.
    fresh.setPduProcessorDegree(HANDS);
    fresh.setQueueCapacity(Math.max(LEAST_QUEUE, 4 * settings.window()));
    try {
      fresh.connectAndBind(
          settings.centre().host(),
          settings.centre().port(),
          new BindParameter(
              BindType.BIND_TRX,
              settings.systemId(),
              settings.password(),
              "",
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              ""),
          settings.patience().toMillis());
      session = fresh;
      failure = null;
      return new Bound.Session(fresh);
    } catch (IOException e) {
      fresh.close();
      failure =
          e.getCause() instanceof NegativeResponseException refused
              ? bindRefused(refused.getCommandStatus())
              : new Answer.NotSent(e.getClass().getSimpleName());
      failedAt = System.nanoTime();
      return new Bound.No(failure);
    }
  }

  /** Nothing can have been sent, whatever it means. */
  private static Answer bindRefused(int status) {
    Answer answer = SmppStatus.answer(status);
    return answer.mayArrive() ? new Answer.NotSent("bind 0x%02X".formatted(status)) : answer;
  }

  void close() {
    lock.lock();
    try {
      if (session != null) {
        session.unbindAndClose();
        session = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
