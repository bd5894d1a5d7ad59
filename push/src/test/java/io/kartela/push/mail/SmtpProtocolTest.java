package io.kartela.push.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.push.SettableClock;
import io.kartela.push.mail.FakeSmtp.Mailbox;
import io.kartela.push.mail.FakeSmtp.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The mail server's stand-in as a client on a bare socket sees it. */
class SmtpProtocolTest {
  private final FakeSmtp fake =
      new FakeSmtp(new SettableClock(Instant.parse("2026-11-28T09:00:00Z")), letter -> {});

  @Test
  void theWordsOfTheStandard() throws IOException {
    fake.mailbox("dead@x.example", Mailbox.DEAD);
    fake.mailbox("grey@x.example", Mailbox.GREY);
    try (fake;
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port());
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = socket.getOutputStream();
      assertEquals("220 mail.example ESMTP", in.readLine());
      assertEquals("250 2.0.0 OK", said(out, in, "HELO me"));
      assertEquals("250 2.1.0 OK", said(out, in, "MAIL FROM:<a@b.example>"));
      assertEquals("503 5.5.1 to whom", said(out, in, "DATA"));
      assertEquals("550 5.1.1 no such user here", said(out, in, "RCPT TO:<dead@x.example>"));
      assertEquals(
          "451 4.7.1 greylisted, come back later", said(out, in, "RCPT TO:<grey@x.example>"));
      assertEquals("250 2.1.5 OK", said(out, in, "RCPT TO:<anna@x.example>"));
      assertEquals("354 go on", said(out, in, "DATA"));
      assertEquals("250 2.0.0 taken", said(out, in, "Subject: x\r\n\r\n..dot\r\n."));
      assertEquals("Subject: x\r\n\r\n.dot\r\n", fake.taken().getFirst().raw());
      fake.password("p");
      assertEquals("530 5.7.0 who are you", said(out, in, "MAIL FROM:<a@b.example>"));
      assertEquals("535 5.7.8 wrong credentials", said(out, in, "AUTH PLAIN AHNob3AAeA=="));
      assertEquals("235 2.7.0 welcome", said(out, in, "AUTH PLAIN AHNob3AAcA=="));
      fake.trouble(Trouble.BUSY);
      assertEquals("421 4.7.0 too many letters, closing", said(out, in, "MAIL FROM:<a@b.example>"));
      assertEquals(null, in.readLine());
    }
  }

  private static String said(OutputStream out, BufferedReader in, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return in.readLine();
  }
}
