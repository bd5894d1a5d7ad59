package io.kartela.push.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A letter over a real socket to a server that speaks SMTP. */
class SmtpMailTest {
  private static final Mail LETTER =
      new Mail("anna@shop.example", "Новый пароль", "Ссылка для нового пароля");

  @Test
  void aLetterArrivesWithItsWords() throws Exception {
    try (Server server = new Server("250 OK")) {
      assertInstanceOf(Answer.Accepted.class, mail(server.port()).send(LETTER));
      List<String> heard = server.heard.get();
      assertTrue(heard.contains("MAIL FROM:<cards@shop.example>"), heard::toString);
      assertTrue(heard.contains("RCPT TO:<anna@shop.example>"), heard::toString);
      assertTrue(heard.contains("Auto-Submitted: auto-generated"), heard::toString);
      assertTrue(
          heard.stream().anyMatch(line -> line.matches("Message-ID: <.+@shop\\.example>")),
          heard::toString);
      String text = String.join("", heard.subList(heard.indexOf("") + 1, heard.lastIndexOf(".")));
      assertEquals(
          LETTER.text(), new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aServerThatDoesNotWantItOrIsNotThereIsAnAnswer() throws Exception {
    int closed;
    try (Server server = new Server("550 nobody of this name")) {
      closed = server.port();
      assertInstanceOf(Answer.NotSent.class, mail(closed).send(LETTER));
    }
    assertInstanceOf(Answer.NotSent.class, mail(closed).send(LETTER));
  }

  @Test
  void withoutTheEncryptionAskedForNothingIsSent() throws Exception {
    try (Server server = new Server("250 OK")) {
      SmtpMail strict =
          new SmtpMail(
              new SmtpMail.Settings(
                  "127.0.0.1", server.port(), SmtpMail.Security.STARTTLS, "", "", "a@b.example"));
      assertInstanceOf(Answer.NotSent.class, strict.send(LETTER));
      assertTrue(server.heard.get().stream().noneMatch(line -> line.startsWith("MAIL")));
    }
  }

  private static SmtpMail mail(int port) {
    return new SmtpMail(
        new SmtpMail.Settings(
            "127.0.0.1", port, SmtpMail.Security.NONE, "", "", "cards@shop.example"));
  }

  /** Hears one letter. */
  private static final class Server implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final String toRecipient;
    private final CompletableFuture<List<String>> heard = new CompletableFuture<>();

    Server(String toRecipient) throws IOException {
      this.toRecipient = toRecipient;
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      List<String> lines = new CopyOnWriteArrayList<>();
      try (Socket one = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
          OutputStream out = one.getOutputStream()) {
        say(out, "220 here");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          lines.add(line);
          if (data) {
            data = !line.equals(".");
            if (!data) {
              say(out, "250 OK");
            }
          } else if (line.startsWith("DATA")) {
            data = true;
            say(out, "354 go on");
          } else if (line.startsWith("QUIT")) {
            say(out, "221 bye");
            break;
          } else {
            say(out, line.startsWith("RCPT") ? toRecipient : "250 OK");
          }
        }
      } catch (IOException e) {
        lines.add(e.toString());
      }
      heard.complete(lines);
    }

    private static void say(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
