package io.kartela.push.mail;

import io.kartela.push.Answer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the mail server, which knows whether the letter that failed had left: until the
 * dot that ends it the server has nothing. For one thread at a time.
 */
final class SmtpLine extends SMTPTransport {
  private static final int MOST_LETTERS = 100;
  private static final long CHECKED_AFTER_NANOS = 1_000_000_000L;

  private boolean finishing;
  private int letters;
  private long usedAt = System.nanoTime();

  SmtpLine(Session session, URLName to) {
    super(session, to);
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    finishing = true;
    super.finishData();
  }

  /** Sends one letter; the line may be of no use afterwards. */
  Answer deliver(SMTPMessage letter, Address to, String name) {
    finishing = false;
    letters++;
    try {
      sendMessage(letter, new Address[] {to});
      return new Answer.Accepted(name);
    } catch (MessagingException e) {
      return refused(e);
    } finally {
      usedAt = System.nanoTime();
    }
  }

  private Answer refused(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException one; e = one.getNextException()) {
      switch (e) {
        case SMTPAddressFailedException refused -> {
          return SmtpReplies.read(refused.getReturnCode(), getLastServerResponse());
        }
        case SMTPSenderFailedException refused -> {
          return SmtpReplies.read(refused.getReturnCode(), getLastServerResponse());
        }
        case SMTPSendFailedException refused when refused.getReturnCode() >= 400 -> {
          return SmtpReplies.read(refused.getReturnCode(), getLastServerResponse());
        }
        default -> {
          // its cause may be one of them
        }
      }
    }
    String reason = failure.getClass().getSimpleName();
    return finishing ? new Answer.Unknown(reason) : new Answer.NotSent(reason);
  }

  /** Whether another letter may go by it. */
  boolean goesOn() {
    boolean fresh = System.nanoTime() - usedAt < CHECKED_AFTER_NANOS;
    return letters < MOST_LETTERS && (fresh || isConnected());
  }

  void hangUp() {
    try {
      close();
    } catch (MessagingException e) {
      // It is of no use any more anyway.
    }
  }
}
