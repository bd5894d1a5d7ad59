package io.kartela.push.mail;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/**
 * Letters by a mail server of the operator's (RFC 5321), over a few connections that are kept. A
 * letter's name is the same however often it is sent; mail programs show such letters once, mostly.
 * Thread-safe.
 */
public final class SmtpMail implements MailSender {
  private static final int PATIENCE_SECONDS = 15;

  private final Settings settings;
  private final Session session;
  private final SmtpLines lines;

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
   * @param signature of our domain; null: the server signs, or nobody
   * @param bounces where those come back that could not be delivered; null: to {@code from}, unread
   */
  public record Settings(
      Server server,
      String user,
      String password,
      String from,
      @Nullable Dkim signature,
      @Nullable Verp bounces) {

    /** Without signature, bounces unread. */
    public Settings(
        String host, int port, Security security, String user, String password, String from) {
      this(new Server(host, port, security), user, password, from, null, null);
    }

    String host() {
      return server.host;
    }

    int port() {
      return server.port;
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Settings[" + server.host + ":" + server.port + "]";
    }
  }

  /** The mail server. */
  public record Server(String host, int port, Security security) {}

  public SmtpMail(Settings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
    this.lines = new SmtpLines(session, settings);
  }

  private static Properties properties(Settings settings) {
    Properties p = new Properties();
    p.setProperty("mail.transport.protocol", "smtp");
    p.setProperty("mail.smtp.host", settings.host());
    // The name of a letter ends in our domain; without it, in "localhost", which filters of spam
    // dislike.
    p.setProperty("mail.from", settings.from);
    p.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    p.setProperty("mail.smtp.auth", Boolean.toString(!settings.user.isEmpty()));
    Security security = settings.server.security;
    p.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    boolean startTls = security == Security.STARTTLS;
    p.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    p.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    p.setProperty("mail.smtp.quitwait", "false");
    for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      p.setProperty("mail.smtp." + wait, PATIENCE_SECONDS + "000");
    }
    return p;
  }

  /** The vendor's id of a letter: what bounces and complaints call it. */
  public static String nameOf(String messageId) {
    return Verp.nameOf(messageId);
  }

  @Override
  public Answer send(Mail mail) {
    String name = nameOf(mail.id());
    InternetAddress to;
    SMTPMessage letter;
    try {
      to = new InternetAddress(mail.to(), true);
      letter = letter(mail, to, name);
    } catch (AddressException e) {
      return new Answer.AddressRefused("not an address", AddressFate.DEAD);
    } catch (MessagingException e) {
      return new Answer.TextRefused(e.getClass().getSimpleName());
    }
    try {
      SmtpLine line = lines.take(PATIENCE_SECONDS);
      if (line == null) {
        return new Answer.NotSent("busy");
      }
      Answer answer = new Answer.Unknown("not finished");
      try {
        answer = line.deliver(letter, to, name);
      } finally {
        boolean cut = answer instanceof Answer.NotSent || answer instanceof Answer.Unknown;
        lines.giveBack(line, !cut);
      }
      return answer;
    } catch (AuthenticationFailedException e) {
      return new Answer.CredentialRefused("AUTH");
    } catch (MessagingException e) {
      return new Answer.NotSent(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.NotSent("interrupted");
    }
  }

  private SMTPMessage letter(Mail mail, InternetAddress to, String name) throws MessagingException {
    InternetAddress from = new InternetAddress(settings.from, true);
    String domain = from.getAddress().substring(from.getAddress().indexOf('@'));
    Verp bounces = settings.bounces;
    Named letter =
        new Named(session, "<" + (bounces == null ? name : bounces.sealed(name)) + domain + ">");
    letter.setFrom(from);
    letter.setRecipient(Message.RecipientType.TO, to);
    letter.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    if (mail.html() == null) {
      letter.setText(mail.text(), StandardCharsets.UTF_8.name());
    } else {
      letter.setContent(alternatives(mail.text(), mail.html()));
    }
    // out-of-office answers and the like are of no use to us
    letter.setHeader("Auto-Submitted", "auto-generated");
    if (mail.unsubscribe() instanceof Mail.Unsubscribe(var page, String address)) {
      String mailto = address.isEmpty() ? "" : ", <mailto:" + address + ">";
      letter.setHeader("List-Unsubscribe", "<" + page + ">" + mailto);
      letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    letter.saveChanges();
    SMTPMessage ready = settings.signature == null ? letter : settings.signature.signed(letter);
    ready.setEnvelopeFrom(bounces == null ? from.getAddress() : bounces.sender(name));
    return ready;
  }

  private static MimeMultipart alternatives(String text, String html) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, StandardCharsets.UTF_8.name());
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, StandardCharsets.UTF_8.name(), "html");
    return new MimeMultipart("alternative", plain, rich);
  }

  @Override
  public void close() {
    lines.close();
  }

  /** Bears the name that it was given. */
  private static final class Named extends SMTPMessage {
    private final String name;

    Named(Session session, String name) {
      super(session);
      this.name = name;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
