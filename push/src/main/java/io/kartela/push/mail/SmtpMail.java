package io.kartela.push.mail;

import io.kartela.push.Answer;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Letters by a mail server of the operator's (RFC 5321). Thread-safe. */
public final class SmtpMail implements MailSender {
  private static final String TIMEOUT_MILLIS = "15000";

  private final Settings settings;
  private final Session session;

  /** How the way to the server is kept secret. */
  public enum Security {
    /** Encrypted from the first byte. */
    TLS,
    /** Encrypted after a word in the clear, or nothing is sent. */
    STARTTLS,
    /** Not at all: a server on this machine. */
    NONE
  }

  /**
   * Where the server is and who we are to it.
   *
   * @param user empty: it asks for nobody
   * @param from what letters come from
   */
  public record Settings(
      String host, int port, Security security, String user, String password, String from) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Settings[" + host + ":" + port + "]";
    }
  }

  public SmtpMail(Settings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings), authenticator(settings));
  }

  private static Properties properties(Settings settings) {
    Properties p = new Properties();
    p.setProperty("mail.transport.protocol", "smtp");
    p.setProperty("mail.smtp.host", settings.host);
    // The name of a letter ends in our domain; without it, in "localhost", which filters of spam
    // dislike.
    p.setProperty("mail.from", settings.from);
    p.setProperty("mail.smtp.port", Integer.toString(settings.port));
    p.setProperty("mail.smtp.auth", Boolean.toString(!settings.user.isEmpty()));
    p.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.security == Security.TLS));
    boolean startTls = settings.security == Security.STARTTLS;
    p.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    p.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      p.setProperty("mail.smtp." + wait, TIMEOUT_MILLIS);
    }
    return p;
  }

  private static @Nullable Authenticator authenticator(Settings settings) {
    if (settings.user.isEmpty()) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(settings.user, settings.password);
      }
    };
  }

  @Override
  public Answer send(Mail mail) {
    try {
      MimeMessage message = new MimeMessage(session);
      message.setFrom(new InternetAddress(settings.from, true));
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
      message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
      message.setText(mail.text(), StandardCharsets.UTF_8.name());
      // out-of-office answers and the like are of no use to us
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
      return new Answer.Accepted(message.getMessageID());
    } catch (MessagingException e) {
      return new Answer.NotSent(e.getClass().getSimpleName());
    }
  }
}
