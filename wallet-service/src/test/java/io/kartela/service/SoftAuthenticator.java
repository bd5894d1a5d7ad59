package io.kartela.service;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An authenticator with one passkey: ES256, no attestation, whatever flags a test wants. */
final class SoftAuthenticator {
  /** Present and verified. */
  static final int USER_VERIFIED = 0x05;

  static final int USER_PRESENT = 0x01;
  private static final int KEY_INSIDE = 0x40;

  private final String origin;
  private final String rpId;
  private final byte[] id;
  private final KeyPair keys;
  long count = 1;

  SoftAuthenticator(String origin, String rpId, String name) {
    this.origin = origin;
    this.rpId = rpId;
    this.id = sha256(name.getBytes(StandardCharsets.UTF_8));
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same passkey as a page of another address would use it. */
  private SoftAuthenticator(SoftAuthenticator of, String origin) {
    this.origin = origin;
    this.rpId = of.rpId;
    this.id = of.id;
    this.keys = of.keys;
    this.count = of.count;
  }

  SoftAuthenticator at(String other) {
    return new SoftAuthenticator(this, other);
  }

  /** What a browser hands over of a new passkey. */
  Map<String, Object> make(String challenge, String name, int flags) {
    byte[] x = coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineX());
    byte[] y = coordinate(((ECPublicKey) keys.getPublic()).getW().getAffineY());
    byte[] cose =
        join(bytes(0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32), x, bytes(0x22, 0x58, 32), y);
    byte[] data = join(data(flags | KEY_INSIDE), new byte[16], bytes(0, id.length), id, cose);
    byte[] attestation =
        join(
            bytes(0xa3),
            text("fmt"),
            text("none"),
            text("attStmt"),
            bytes(0xa0),
            text("authData"),
            bytes(0x58, data.length),
            data);
    return Map.of(
        "name",
        name,
        "clientDataJson",
        base64(client("webauthn.create", challenge)),
        "attestation",
        base64(attestation));
  }

  /** What it hands over to sign in. */
  Map<String, Object> show(String challenge, String handle, int flags) {
    byte[] data = data(flags);
    byte[] client = client("webauthn.get", challenge);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(join(data, sha256(client)));
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("id", base64(id));
      shown.put("userHandle", handle);
      shown.put("clientDataJson", base64(client));
      shown.put("authenticatorData", base64(data));
      shown.put("signature", base64(signature.sign()));
      return shown;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] data(int flags) {
    return join(
        sha256(rpId.getBytes(StandardCharsets.UTF_8)),
        bytes(flags),
        ByteBuffer.allocate(4).putInt((int) count).array());
  }

  private static byte[] text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return join(bytes(0x60 + utf8.length), utf8);
  }

  private static byte[] coordinate(java.math.BigInteger number) {
    byte[] padded = new byte[32];
    byte[] given = number.toByteArray();
    int length = Math.min(32, given.length);
    System.arraycopy(given, given.length - length, padded, 32 - length, length);
    return padded;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
