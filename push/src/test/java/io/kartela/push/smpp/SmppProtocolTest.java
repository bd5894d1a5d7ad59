package io.kartela.push.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The message centre as bytes on a socket, written from the standard alone. */
class SmppProtocolTest {
  private static final int BIND_TRANSCEIVER = 0x09;
  private static final int SUBMIT_SM = 0x04;
  private static final int DELIVER_SM = 0x05;
  private static final int ENQUIRE_LINK = 0x15;
  private static final int RESPONSE = 0x80000000;

  private final FakeSmpp fake =
      new FakeSmpp(
          "shop", "secret", new SettableClock(Instant.parse("2026-11-28T09:00:00Z")), text -> {});

  /** A PDU as it came. */
  private static final class Pdu {
    private final int command;
    private final int status;
    private final String body;

    Pdu(DataInputStream in) throws IOException {
      int length = in.readInt();
      command = in.readInt();
      status = in.readInt();
      in.readInt();
      body = new String(in.readNBytes(length - 16), StandardCharsets.ISO_8859_1);
    }
  }

  private static Pdu said(DataOutputStream out, DataInputStream in, int command, byte[] body)
      throws IOException {
    out.writeInt(16 + body.length);
    out.writeInt(command);
    out.writeInt(0);
    out.writeInt(1);
    out.write(body);
    out.flush();
    return new Pdu(in);
  }

  private static byte[] bind(String password) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, "shop");
    string(body, password);
    string(body, "");
    body.write(new byte[] {0x34, 0, 0});
    string(body, "");
    return body.toByteArray();
  }

  private static byte[] submit(String to, String text) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    string(body, "");
    body.write(new byte[] {5, 0});
    string(body, "ZERNO");
    body.write(new byte[] {1, 1});
    string(body, to);
    body.write(new byte[] {0, 0, 0});
    string(body, "");
    string(body, "");
    body.write(new byte[] {1, 0, 8, 0});
    byte[] words = text.getBytes(StandardCharsets.UTF_16BE);
    body.write(words.length);
    body.write(words);
    return body.toByteArray();
  }

  private static void string(ByteArrayOutputStream body, String text) throws IOException {
    body.write(text.getBytes(StandardCharsets.US_ASCII));
    body.write(0);
  }

  @Test
  void theBytesOfTheStandard() throws IOException {
    try (fake) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Pdu refused = said(out, in, BIND_TRANSCEIVER, bind("wrong"));
        assertEquals(BIND_TRANSCEIVER | RESPONSE, refused.command);
        assertEquals(0x0E, refused.status);
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        assertEquals(0, said(out, in, BIND_TRANSCEIVER, bind("secret")).status);
        assertEquals(ENQUIRE_LINK | RESPONSE, said(out, in, ENQUIRE_LINK, new byte[0]).command);
        assertEquals(0x0B, said(out, in, SUBMIT_SM, submit("12", "x")).status);
        Pdu first = said(out, in, SUBMIT_SM, submit("79123456789", "Код 1"));
        Pdu second = new Pdu(in);
        // Either may come first.
        Pdu taken = first.command == DELIVER_SM ? second : first;
        Pdu receipt = first.command == DELIVER_SM ? first : second;
        assertEquals(SUBMIT_SM | RESPONSE, taken.command);
        assertEquals(0, taken.status);
        String id = taken.body.substring(0, taken.body.indexOf(0));
        assertEquals(DELIVER_SM, receipt.command);
        assertTrue(receipt.body.contains("id:" + id + " sub:001 dlvrd:001"), receipt.body);
        assertTrue(receipt.body.contains("stat:DELIVRD err:000"), receipt.body);
        assertEquals("Код 1", fake.taken().getFirst().text());
      }
    }
  }
}
