package io.kartela.push.mail;

import io.kartela.push.mail.FakeSmtp.Mailbox;
import io.kartela.push.mail.FakeSmtp.Trouble;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** One connection to the mail server's stand-in. */
final class FakeSmtpTalk implements Runnable {
  private static final int LONGEST = 1024 * 1024;

  private final FakeSmtp server;
  private final Socket socket;
  private String sender = "";
  private final List<String> recipients = new ArrayList<>();
  private boolean known;
  private Trouble trouble = Trouble.NONE;

  FakeSmtpTalk(FakeSmtp server, Socket socket) {
    this.server = server;
    this.socket = socket;
  }

  @Override
  public void run() {
    try (socket;
        // Letters are bytes: this charset keeps each as it is.
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream()) {
      say(out, "220 mail.example ESMTP");
      boolean open = true;
      for (String line = in.readLine(); open && line != null; line = in.readLine()) {
        open = heard(line, in, out);
        if (!open) {
          return;
        }
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  private boolean heard(String line, BufferedReader in, OutputStream out) throws IOException {
    String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    switch (verb) {
      case "EHLO" -> say(out, "250-mail.example\r\n250-ENHANCEDSTATUSCODES\r\n250 AUTH PLAIN");
      case "HELO", "NOOP" -> say(out, "250 2.0.0 OK");
      case "RSET" -> {
        recipients.clear();
        say(out, "250 2.0.0 OK");
      }
      case "AUTH" -> say(out, authorised(line));
      case "MAIL" -> {
        return mail(line, out);
      }
      case "RCPT" -> rcpt(address(line), out);
      case "DATA" -> {
        return data(in, out);
      }
      case "QUIT" -> {
        say(out, "221 2.0.0 bye");
        return false;
      }
      default -> say(out, "502 5.5.1 unknown");
    }
    return true;
  }

  private String authorised(String line) {
    String told = line.substring(line.lastIndexOf(' ') + 1);
    String who = new String(Base64.getMimeDecoder().decode(told), StandardCharsets.UTF_8);
    // Before the first zero may stand for whom the user acts.
    known = who.endsWith("\0shop\0" + server.password());
    return known ? "235 2.7.0 welcome" : "535 5.7.8 wrong credentials";
  }

  private boolean mail(String line, OutputStream out) throws IOException {
    if (!server.password().isEmpty() && !known) {
      say(out, "530 5.7.0 who are you");
      return true;
    }
    trouble = server.next();
    if (trouble == Trouble.BUSY) {
      say(out, trouble.reply);
      return false;
    }
    sender = address(line);
    recipients.clear();
    say(out, "250 2.1.0 OK");
    return true;
  }

  private void rcpt(String recipient, OutputStream out) throws IOException {
    Mailbox state = server.mailbox(recipient);
    if (state == Mailbox.ALIVE) {
      recipients.add(recipient);
    }
    say(out, state.reply);
  }

  private boolean data(BufferedReader in, OutputStream out) throws IOException {
    if (recipients.isEmpty()) {
      say(out, "503 5.5.1 to whom");
      return true;
    }
    say(out, "354 go on");
    if (trouble == Trouble.CUT) {
      return false;
    }
    StringBuilder raw = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      if (raw.length() < LONGEST) {
        raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      }
    }
    if (!trouble.reply.isEmpty()) {
      say(out, trouble.reply);
      return true;
    }
    recipients.forEach(recipient -> server.take(sender, recipient, raw.toString()));
    if (trouble == Trouble.DROP) {
      return false;
    }
    say(out, "250 2.0.0 taken");
    return true;
  }

  private static String address(String line) {
    int from = line.indexOf('<');
    int to = line.indexOf('>', from + 1);
    return from < 0 || to < 0 ? "" : line.substring(from + 1, to);
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
