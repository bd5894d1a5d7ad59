package io.kartela.push.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A few connections to one mail server, kept for the next letters. Thread-safe. */
final class SmtpLines {
  private static final int MOST = 4;

  private final Session session;
  private final SmtpMail.Settings settings;
  private final Semaphore free = new Semaphore(MOST);
  private final Deque<SmtpLine> idle = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  SmtpLines(Session session, SmtpMail.Settings settings) {
    this.session = session;
    this.settings = settings;
  }

  /** Waits for its turn; null when it did not come in time. */
  @Nullable SmtpLine take(long seconds) throws MessagingException, InterruptedException {
    if (!free.tryAcquire(seconds, TimeUnit.SECONDS)) {
      return null;
    }
    boolean taken = false;
    try {
      SmtpLine line = usable();
      taken = true;
      return line;
    } finally {
      if (!taken) {
        free.release();
      }
    }
  }

  private SmtpLine usable() throws MessagingException {
    for (SmtpLine kept = poll(); kept != null; kept = poll()) {
      if (kept.goesOn()) {
        return kept;
      }
      kept.hangUp();
    }
    URLName to = new URLName("smtp", settings.host(), settings.port(), null, null, null);
    SmtpLine line = new SmtpLine(session, to);
    if (settings.user().isEmpty()) {
      line.connect();
    } else {
      line.connect(settings.host(), settings.port(), settings.user(), settings.password());
    }
    return line;
  }

  private @Nullable SmtpLine poll() {
    lock.lock();
    try {
      return idle.pollLast();
    } finally {
      lock.unlock();
    }
  }

  void giveBack(SmtpLine line, boolean good) {
    if (good) {
      lock.lock();
      try {
        idle.addLast(line);
      } finally {
        lock.unlock();
      }
    } else {
      line.hangUp();
    }
    free.release();
  }

  void close() {
    for (SmtpLine line = poll(); line != null; line = poll()) {
      line.hangUp();
    }
  }
}
