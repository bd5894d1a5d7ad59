package io.kartela.push.webpush;

import io.kartela.push.Answer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many web pushes a second, against the bare curve and cipher; run by hand, on a quiet machine.
 */
final class WebPushRate {
  private static final int COUNT = 3_000;
  private static final byte[] TEXT =
      "{\"title\": \"Coffee is on us today\"}".getBytes(StandardCharsets.UTF_8);

  private WebPushRate() {}

  public static void main(String[] args) throws Exception {
    KeyPair browser = P256.generate();
    Subscription to =
        new Subscription(
            java.net.URI.create("https://fcm.googleapis.com/x"),
            P256.text(P256.point((ECPublicKey) browser.getPublic())),
            P256.text(new byte[16]));
    for (int i = 0; i < 3; i++) {
      report("bare ECDH and AES", () -> bare((ECPublicKey) browser.getPublic()));
      report("sealed", () -> Encryption.seal(TEXT, to, P256.generate(), new byte[16]));
      sent();
    }
  }

  private static void bare(ECPublicKey theirs) {
    byte[] secret = P256.agreed(P256.generate().getPrivate(), theirs);
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(secret, 0, 16, "AES"),
          new GCMParameterSpec(128, new byte[12]));
      cipher.doFinal(TEXT);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void report(String what, Runnable work) {
    long from = System.nanoTime();
    for (int i = 0; i < COUNT; i++) {
      work.run();
    }
    System.out.printf("%s: %.0f/s%n", what, COUNT / ((System.nanoTime() - from) / 1e9));
  }

  /** Over loopback, sixteen at a time; the stand-in decrypts and verifies on the same cores. */
  private static void sent() throws InterruptedException {
    VapidKeys keys = VapidKeys.generate();
    try (FakeWebPush fake = new FakeWebPush(InstantSource.system())) {
      WebPush push =
          new WebPush(
              new WebPush.Settings(
                  keys,
                  "mailto:a@b.example",
                  PushServices.KNOWN.andLoopback(),
                  Duration.ofSeconds(10)),
              InstantSource.system());
      FakeBrowser browser = fake.browser(keys.publicKey(), text -> {});
      Semaphore window = new Semaphore(16);
      AtomicInteger accepted = new AtomicInteger();
      long from = System.nanoTime();
      for (int i = 0; i < COUNT; i++) {
        window.acquire();
        Thread.ofVirtual()
            .start(
                () -> {
                  Answer answer =
                      push.send(
                          new WebMessage(
                              browser.subscription(),
                              "{}",
                              Duration.ofHours(1),
                              WebMessage.Urgency.NORMAL,
                              ""));
                  accepted.addAndGet(answer instanceof Answer.Accepted ? 1 : 0);
                  window.release();
                });
      }
      window.acquire(16);
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf("sent and read: %.0f/s, %d taken%n", COUNT / seconds, accepted.get());
    }
  }
}
