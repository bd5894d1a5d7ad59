package io.kartela.push.google;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.push.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A fake Google, a client of it, and everything the phones heard. */
final class GoogleBench implements AutoCloseable {
  static final String ISSUER = "3388000000012345678";
  static final String CLASS = ISSUER + ".gold";
  static final GoogleServiceAccount ACCOUNT =
      DevelopmentCa.inMemory(Instant.parse("2026-11-21T00:00:00Z")).googleServiceAccount();

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
  final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  final FakeGoogleWallet fake;
  final GoogleWallet wallet;

  GoogleBench() {
    fake =
        new FakeGoogleWallet(
            new FakeGoogleWallet.Settings(0, ISSUER, ACCOUNT.clientEmail(), ACCOUNT.publicKey()),
            clock,
            new Ears());
    wallet = wallet(Duration.ofSeconds(10));
  }

  GoogleWallet wallet(Duration timeout) {
    return new GoogleWallet(
        new GoogleSettings(
            fake.rootUrl(), fake.tokenUri(), ACCOUNT.clientEmail(), ACCOUNT.privateKey(), timeout),
        clock);
  }

  SaveLink links() {
    return new SaveLink(
        fake.saveBase(),
        ACCOUNT.clientEmail(),
        ACCOUNT.privateKey(),
        List.of("https://shop.example"),
        clock);
  }

  static Map<String, Object> loyaltyClass() {
    return Map.of(
        "issuerName", "Зерно",
        "programName", "Кофейня «Зерно»",
        "programLogo", Map.of("sourceUri", Map.of("uri", "https://shop.example/logo.png")));
  }

  static Map<String, Object> object(String suffix) {
    return Map.of(
        "id",
        ISSUER + "." + suffix,
        "classId",
        CLASS,
        "state",
        "ACTIVE",
        "accountName",
        "Анна",
        "loyaltyPoints",
        Map.of("label", "Бонусы", "balance", Map.of("int", 150)));
  }

  @Override
  public void close() {
    fake.close();
  }

  private final class Ears implements FakeGoogleListener {
    @Override
    public void onSave(String objectId, String phone) {
      heard.add("save " + objectId + " " + phone);
    }

    @Override
    public void onRemove(String objectId, String phone) {
      heard.add("remove " + objectId + " " + phone);
    }

    @Override
    public void onObjectChanged(String objectId, Map<String, Object> object, boolean notify) {
      heard.add("object " + objectId + " " + object.get("loyaltyPoints") + " " + notify);
    }

    @Override
    public void onMessage(String objectId, String header, String body, boolean notify) {
      heard.add("message " + objectId + " " + header + "/" + body + " " + notify);
    }
  }
}
