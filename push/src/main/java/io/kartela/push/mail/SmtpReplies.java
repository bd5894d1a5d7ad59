package io.kartela.push.mail;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server's refusal says (RFC 5321 and 3463), and of whom. */
final class SmtpReplies {
  private static final Pattern ENHANCED =
      Pattern.compile("^[245][0-9]{2}[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b");
  private static final Duration GREY = Duration.ofMinutes(5);
  private static final Duration FULL = Duration.ofHours(12);

  private SmtpReplies() {}

  /**
   * Reads a refusal; nothing was sent.
   *
   * @param reply the last line of the server, whose words may name the address: only its codes are
   *     kept
   */
  static Answer read(int code, String reply) {
    Matcher matcher = ENHANCED.matcher(reply.strip());
    String enhanced = matcher.find() ? matcher.group(1) : "";
    String text = (code + " " + enhanced).strip();
    if (code == 421) {
      return new Answer.NotSent(text);
    }
    if (code >= 400 && code < 500) {
      return new Answer.Throttled(text, GREY);
    }
    if (deadStatus(enhanced)) {
      return new Answer.AddressRefused(text, AddressFate.DEAD);
    }
    if (enhanced.equals("5.2.2")) {
      return new Answer.Throttled(text, FULL);
    }
    if (enhanced.startsWith("5.7.") || code == 530 || code == 534 || code == 535) {
      return new Answer.CredentialRefused(text);
    }
    return switch (code) {
      // Nobody there, or so they say: servers that dislike us say the same.
      case 550, 551, 553 -> new Answer.AddressRefused(text, AddressFate.QUARANTINE);
      default -> new Answer.TextRefused(text);
    };
  }

  /** Whether it proves that there is no such mailbox. */
  static boolean deadStatus(String enhanced) {
    return enhanced.equals("5.1.1") || enhanced.equals("5.1.6") || enhanced.equals("5.1.10");
  }
}
