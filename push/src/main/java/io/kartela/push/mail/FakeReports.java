package io.kartela.push.mail;

import java.nio.charset.StandardCharsets;

/** Bounces and complaints as servers write them. */
final class FakeReports {
  private FakeReports() {}

  static byte[] bounce(FakeSmtp.Letter letter, String action, String status) {
    String text =
        """
        Return-Path: <>
        From: MAILER-DAEMON@mail.example
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.

        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example
        Arrival-Date: Sat, 28 Nov 2026 12:00:00 +0300

        Final-Recipient: rfc822; %s
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 %s sorry

        --b1
        Content-Type: text/rfc822-headers

        %s
        --b1--
        """
            .formatted(
                letter.sender(), letter.recipient(), action, status, status, headers(letter));
    return bytes(text);
  }

  static byte[] complaint(FakeSmtp.Letter letter) {
    String text =
        """
        From: feedback@large.example
        To: complaints@shop.example
        Subject: FW: complaint
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

        --b2
        Content-Type: text/plain; charset=us-ascii

        This is an email abuse report.

        --b2
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: SomeGenerator/1.0
        Version: 1

        --b2
        Content-Type: message/rfc822

        %s
        --b2--
        """
            .formatted(letter.raw());
    return bytes(text);
  }

  private static String headers(FakeSmtp.Letter letter) {
    return letter.raw().split("\r\n\r\n", 2)[0] + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
