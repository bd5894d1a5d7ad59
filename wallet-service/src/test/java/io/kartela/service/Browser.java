package io.kartela.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser with a push service of its own, written from RFC 8291 and 8292 alone. */
final class Browser implements AutoCloseable {
  private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer service;
  private final KeyPair keys;
  private final byte[] auth = new byte[16];
  private final List<String> read = new CopyOnWriteArrayList<>();
  private final List<String> topics = new CopyOnWriteArrayList<>();
  private volatile int answer = 201;

  Browser() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.keys = generator.generateKeyPair();
      new SecureRandom().nextBytes(auth);
      this.service =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    service.createContext("/", this::take);
    service.start();
  }

  String endpoint() {
    return origin() + "/push/1";
  }

  private String origin() {
    return "http://127.0.0.1:" + service.getAddress().getPort();
  }

  String p256dh() {
    byte[] der = keys.getPublic().getEncoded();
    return TO.encodeToString(Arrays.copyOfRange(der, der.length - 65, der.length));
  }

  String auth() {
    return TO.encodeToString(auth);
  }

  /** What it could read, oldest first. */
  List<String> read() {
    return List.copyOf(read);
  }

  List<String> topics() {
    return List.copyOf(topics);
  }

  /** What the push service says from now on. */
  void answers(int status) {
    this.answer = status;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status = answer;
    try {
      if (status == 201) {
        verified(exchange.getRequestHeaders().getFirst("Authorization"));
        read.add(new String(opened(body), StandardCharsets.UTF_8));
        topics.add(exchange.getRequestHeaders().getFirst("Topic"));
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      status = 400;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void verified(String header) throws GeneralSecurityException {
    String[] parts = header.substring("vapid ".length()).split(", ?", -1);
    String token = parts[0].substring(2);
    byte[] key = Base64.getUrlDecoder().decode(parts[1].substring(2));
    int dot = token.lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(point(key));
    signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    String claims =
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    if (!signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))
        || !claims.contains("\"aud\":\"" + origin() + "\"")) {
      throw new GeneralSecurityException("not signed for us");
    }
  }

  private byte[] opened(byte[] body) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(body);
    byte[] salt = new byte[16];
    in.get(salt).getInt();
    byte[] theirs = new byte[in.get()];
    in.get(theirs);
    byte[] sealed = new byte[in.remaining()];
    in.get(sealed);
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(keys.getPrivate());
    agreement.doPhase(point(theirs), true);
    byte[] info =
        ByteBuffer.allocate(14 + 130)
            .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
            .put(Base64.getUrlDecoder().decode(p256dh()))
            .put(theirs)
            .array();
    byte[] secret = derived(hmac(auth, agreement.generateSecret()), info, 32);
    byte[] random = hmac(salt, secret);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(derived(random, info("Content-Encoding: aes128gcm"), 16), "AES"),
        new GCMParameterSpec(128, derived(random, info("Content-Encoding: nonce"), 12)));
    byte[] text = cipher.doFinal(sealed);
    int end = text.length - 1;
    while (text[end] == 0) {
      end--;
    }
    return Arrays.copyOf(text, end);
  }

  private static byte[] info(String name) {
    return (name + '\0').getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] derived(byte[] random, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return Arrays.copyOf(hmac(random, block), length);
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static PublicKey point(byte[] bytes) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECPoint at =
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(bytes, 1, 33)),
            new BigInteger(1, Arrays.copyOfRange(bytes, 33, 65)));
    return (ECPublicKey)
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(at, curve.getParameterSpec(ECParameterSpec.class)));
  }

  @Override
  public void close() {
    service.stop(0);
  }
}
