package io.kartela.service.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.push.google.FakeGoogleListener;
import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.GoogleCallback;
import io.kartela.push.google.GoogleSettings;
import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import io.kartela.service.http.Http;
import io.kartela.service.pass.PassReader;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.Passes;
import io.kartela.service.pass.TestCards;
import io.kartela.service.pass.TestHouse;
import io.kartela.service.pass.google.GoogleAccounts;
import io.kartela.service.pass.google.GoogleCards;
import io.kartela.service.pass.google.RotatingCodes;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Merchants with service accounts of their own, each spoken for by its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleIdentitiesTest {
  private static final String ISSUER = "3388000000012345678";

  private final InstantSource clock = InstantSource.system();
  private final TestHouse house = new TestHouse();
  private final AtomicLong numbers = new AtomicLong(1000);
  private final GoogleServiceAccount installation = account("installation");
  private final FakeGoogleWallet google =
      new FakeGoogleWallet(
          new FakeGoogleWallet.Settings(
              0, ISSUER, installation.clientEmail(), installation.publicKey()),
          clock,
          new FakeGoogleListener() {});
  private final Passes passes = new Passes(clock);
  private final TestCards contents = new TestCards();
  private final IdentityStore store =
      new IdentityStore(new Vault(MasterKey.of(MasterKey.generate()), List.of()));
  private final GoogleIdentities identities =
      new GoogleIdentities(house.database(), store, access(installation), this::access, clock);
  private final GoogleCards cards =
      new GoogleCards(
          house.database(),
          passes,
          new PassReader(passes, contents),
          identities,
          (c, merchantId, memberId) -> new RotatingCodes.Code("x{totp_value_0}", "00", 30_000, 8),
          (c, merchantId, textId, classId) -> false,
          ISSUER,
          () -> URI.create("https://cards.example"),
          1_000,
          clock);

  @AfterAll
  void close() {
    google.close();
    house.close();
  }

  private static GoogleServiceAccount account(String name) {
    GoogleServiceAccount made =
        DevelopmentCa.inMemory(InstantSource.system().instant()).googleServiceAccount();
    return GoogleServiceAccount.parse(
            made.toJson().replace(made.clientEmail(), name + "@shop.iam.gserviceaccount.com"))
        .orThrow();
  }

  private GoogleAccounts.Access access(GoogleServiceAccount account) {
    return new GoogleAccounts.Access(
        new GoogleWallet(
            GoogleSettings.of(
                google.rootUrl(), google.tokenUri(), account.clientEmail(), account.privateKey()),
            clock),
        new SaveLink(
            google.saveBase(),
            account.clientEmail(),
            account.privateKey(),
            List.of("https://cards.example"),
            clock));
  }

  private void use(long merchantId, GoogleServiceAccount account) {
    long id = numbers.incrementAndGet();
    house
        .database()
        .inTenant(
            merchantId,
            c -> {
              store.add(c, merchantId, id, Material.of(account), "test", clock.instant());
              store.activate(c, merchantId, store.get(c, merchantId, id), clock.instant());
              return true;
            });
    identities.forget(merchantId);
  }

  private PassRef card(long merchantId) {
    long member = numbers.incrementAndGet();
    contents.put(TestCards.card(merchantId, member, 0));
    return house.database().inTenant(merchantId, c -> passes.create(c, merchantId, member));
  }

  /** Whom the save link of a new card names as its issuer; Google accepts the link. */
  private String signerOfNewCard(long merchantId) {
    GoogleCards.Offer offer = cards.offer(card(merchantId).token());
    String link = assertInstanceOf(GoogleCards.Offer.Ready.class, offer).saveUrl().toString();
    String jwt = link.substring(link.lastIndexOf('/') + 1);
    assertInstanceOf(FakeGoogleWallet.Saved.Added.class, google.save(jwt, "phone"));
    return Http.JSON
        .readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]))
        .path("iss")
        .asString();
  }

  @Test
  void everyMerchantSpeaksByItsOwnAccountAndRotates() {
    GoogleServiceAccount own = account("own");
    GoogleServiceAccount next = account("next");
    google.trust(own.clientEmail(), own.publicKey());
    assertEquals(installation.clientEmail(), signerOfNewCard(71));
    use(71, own);
    assertEquals(own.clientEmail(), signerOfNewCard(71));
    assertEquals(installation.clientEmail(), signerOfNewCard(72), "the neighbour's is another");

    // The old account ends in Google's console; the next one was taken into use before.
    google.trust(next.clientEmail(), next.publicKey());
    use(71, next);
    google.distrust(own.clientEmail());
    assertEquals(next.clientEmail(), signerOfNewCard(71));
  }

  @Test
  void callsAreReallyMadeByIt() {
    GoogleServiceAccount unknown = account("nobody-at-google-knows");
    assertEquals(installation.clientEmail(), signerOfNewCard(73));
    use(73, unknown);
    assertInstanceOf(GoogleCards.Offer.NotNow.class, cards.offer(card(73).token()));
    google.trust(unknown.clientEmail(), unknown.publicKey());
    assertEquals(unknown.clientEmail(), signerOfNewCard(73));
  }

  private void told(PassRef pass, GoogleCallback.Event event, String nonce) {
    cards.obey(
        new GoogleCallback(
            ISSUER + ".class",
            ISSUER + "." + pass.serial(),
            event,
            nonce,
            clock.instant().plusSeconds(3_600)));
  }

  private String state(PassRef pass) {
    return house
        .database()
        .inTenant(
            pass.merchantId(),
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement("SELECT state FROM kartela.google_object WHERE serial = ?")) {
                s.setString(1, pass.serial());
                try (ResultSet r = s.executeQuery()) {
                  r.next();
                  return r.getString(1);
                }
              }
            });
  }

  /** Google repeats itself, and somebody on the way may repeat it much later. */
  @Test
  void aNonceIsObeyedOnce() {
    PassRef pass = card(74);
    assertInstanceOf(GoogleCards.Offer.Ready.class, cards.offer(pass.token()));
    assertEquals("OFFERED", state(pass));
    told(pass, GoogleCallback.Event.SAVE, "first");
    assertEquals("SAVED", state(pass));
    told(pass, GoogleCallback.Event.DELETE, "second");
    assertEquals("REMOVED", state(pass));
    told(pass, GoogleCallback.Event.SAVE, "first");
    assertEquals("REMOVED", state(pass), "what was said before counts no more");
    told(pass, GoogleCallback.Event.SAVE, "third");
    assertEquals("SAVED", state(pass));
  }
}
