package io.kartela.push.mail;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads letters that came to the address for bounces: reports of servers (RFC 3464) and complaints
 * of people who pressed "spam" (RFC 5965). Pure; whatever else comes there tells of nothing. A
 * report counts only for a letter whose name bears our seal.
 */
public final class Bounces {
  private static final int MOST_PARTS = 10;
  private static final int LONGEST = 1024 * 1024;

  private final Verp verp;

  public Bounces(Verp verp) {
    this.verp = verp;
  }

  /**
   * What a letter tells of ours.
   *
   * @param recipient the envelope's; empty when it is not known
   */
  public List<Report> read(String recipient, byte[] letter) {
    if (letter.length > LONGEST) {
      return List.of();
    }
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter));
      ContentType type = new ContentType(message.getContentType());
      if (!type.match("multipart/report")) {
        return List.of();
      }
      List<BodyPart> parts = parts(message, type);
      String kind = Optional.ofNullable(type.getParameter("report-type")).orElse("");
      Optional<String> name = name(recipient, message, parts);
      return switch (kind.toLowerCase(Locale.ROOT)) {
        case "delivery-status" -> name.map(n -> statuses(n, parts)).orElse(List.of());
        case "feedback-report" -> name.map(n -> complaint(n, parts)).orElse(List.of());
        default -> List.of();
      };
    } catch (MessagingException | IOException e) {
      return List.of();
    }
  }

  private static List<BodyPart> parts(MimeMessage message, ContentType type)
      throws MessagingException, IOException {
    MimeMultipart multipart =
        new MimeMultipart(new ByteArrayDataSource(message.getRawInputStream(), type.toString()));
    List<BodyPart> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(multipart.getCount(), MOST_PARTS); i++) {
      parts.add(multipart.getBodyPart(i));
    }
    return parts;
  }

  /** By the address it came to; else by the letter that came back. */
  private Optional<String> name(String recipient, MimeMessage message, List<BodyPart> parts)
      throws MessagingException, IOException {
    List<String> candidates = new ArrayList<>(List.of(recipient));
    for (String header : new String[] {"Delivered-To", "X-Original-To", "To"}) {
      String[] values = message.getHeader(header);
      candidates.addAll(values == null ? List.of() : List.of(values));
    }
    for (BodyPart part : parts) {
      if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        @Nullable String[] ids = blocks(part).getFirst().getHeader("Message-ID");
        candidates.addAll(ids == null ? List.of() : List.of(ids));
      }
    }
    return candidates.stream().flatMap(one -> verp.name(one).stream()).findFirst();
  }

  private static List<Report> statuses(String name, List<BodyPart> parts) {
    List<Report> reports = new ArrayList<>();
    for (InternetHeaders block : blocks("message/delivery-status", parts)) {
      String action = header(block, "Action").toLowerCase(Locale.ROOT);
      String status = header(block, "Status").split("[ (]", 2)[0];
      if (!action.isEmpty() && status.matches("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}")) {
        fate(action, status).ifPresent(fate -> reports.add(new Report(name, fate, status)));
      }
    }
    return reports;
  }

  private static Optional<Fate> fate(String action, String status) {
    return switch (action) {
      case "delivered", "relayed" -> Optional.of(Fate.DELIVERED);
      case "delayed" -> Optional.of(Fate.ON_THE_WAY);
      case "failed" -> Optional.of(failed(status));
      default -> Optional.empty();
    };
  }

  /** 5.7 is about us, not about the mailbox. */
  private static Fate failed(String status) {
    if (SmtpReplies.deadStatus(status)) {
      return Fate.DEAD;
    }
    if (status.equals("5.2.1")) {
      return Fate.BARRED;
    }
    return status.startsWith("4.") ? Fate.EXPIRED : Fate.FAILED;
  }

  private static List<Report> complaint(String name, List<BodyPart> parts) {
    for (InternetHeaders block : blocks("message/feedback-report", parts)) {
      String type = header(block, "Feedback-Type").toLowerCase(Locale.ROOT);
      if (type.equals("abuse") || type.equals("opt-out")) {
        return List.of(new Report(name, Fate.WITHDRAWN, type));
      }
    }
    return List.of();
  }

  private static String header(InternetHeaders block, String name) {
    String value = block.getHeader(name, null);
    return value == null ? "" : value.strip();
  }

  private static List<InternetHeaders> blocks(String type, List<BodyPart> parts) {
    List<InternetHeaders> blocks = new ArrayList<>();
    for (BodyPart part : parts) {
      try {
        if (part.isMimeType(type)) {
          blocks.addAll(blocks(part));
        }
      } catch (MessagingException | IOException e) {
        return blocks;
      }
    }
    return blocks;
  }

  /** Blocks of headers with empty lines between. */
  private static List<InternetHeaders> blocks(BodyPart part)
      throws MessagingException, IOException {
    List<InternetHeaders> blocks = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(part.getInputStream())) {
      for (int i = 0; i < MOST_PARTS; i++) {
        in.mark(1);
        if (in.read() < 0) {
          break;
        }
        in.reset();
        blocks.add(new InternetHeaders(in));
      }
    }
    return blocks.isEmpty() ? List.of(new InternetHeaders()) : blocks;
  }
}
