package io.kartela.service.wallet.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.IdentityProblem;
import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.push.google.FakeGoogleListener;
import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.GoogleAnswer;
import io.kartela.push.google.GoogleCallback;
import io.kartela.push.google.GoogleSettings;
import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.google.GoogleAccounts;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.google.RotatingCodes;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
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
      new GoogleIdentities(
          house.database(), store, access(installation, ISSUER), this::access, clock);
  private final GoogleCards cards =
      new GoogleCards(
          house.at(clock),
          new PassReader(passes, contents),
          identities,
          (c, merchantId, memberId) -> new RotatingCodes.Code("x{totp_value_0}", "00", 30_000, 8),
          (c, merchantId, textId, classId) -> false,
          new GoogleAddresses(() -> URI.create("https://cards.example"), text -> "mark"),
          1_000);

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

  private GoogleAccounts.Access access(GoogleServiceAccount account, String issuerId) {
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
            clock),
        issuerId);
  }

  private void use(long merchantId, GoogleServiceAccount account) {
    use(merchantId, account, null);
  }

  private void use(long merchantId, GoogleServiceAccount account, @Nullable String issuerId) {
    long id = numbers.incrementAndGet();
    house
        .database()
        .inTenant(
            merchantId,
            c -> {
              store.add(c, merchantId, id, Material.of(account, issuerId), "test", clock.instant());
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

  private static final String OWN_ISSUER = "3388000000077777777";
  private static final String NEXT_ISSUER = "3388000000088888888";

  private static String id(String issuer, PassRef pass) {
    return issuer + "." + pass.serial();
  }

  private PassRef offered(long merchantId) {
    PassRef pass = card(merchantId);
    assertInstanceOf(GoogleCards.Offer.Ready.class, cards.offer(pass.token()));
    return pass;
  }

  private String balanceAtGoogle(String objectId) {
    return String.valueOf(google.object(objectId).orElseThrow().get("loyaltyPoints"));
  }

  private GoogleAnswer changed(PassRef pass, long balance) {
    contents.put(TestCards.card(pass.merchantId(), pass.memberId(), balance));
    int _ =
        house
            .database()
            .inTenant(
                pass.merchantId(),
                c -> passes.touch(c, pass.merchantId(), List.of(pass.memberId())));
    return cards.update(pass.merchantId(), pass.memberId(), List.of()).orElseThrow();
  }

  private boolean paced(String issuer) {
    return house
        .database()
        .inTenant(
            1,
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement("SELECT 1 FROM kartela.google_pace WHERE issuer_id = ?")) {
                s.setString(1, issuer);
                try (ResultSet r = s.executeQuery()) {
                  return r.next();
                }
              }
            });
  }

  /** No account here has a right at another's issuer: whatever goes the wrong way is refused. */
  @Test
  void newCardsAreOfTheMerchantsIssuerAndOldOnesKeepTheirs() {
    PassRef first = offered(75);
    GoogleServiceAccount own = account("with-issuer");
    google.trust(own.clientEmail(), own.publicKey(), OWN_ISSUER);
    assertFalse(paced(OWN_ISSUER));
    use(75, own, OWN_ISSUER);
    PassRef second = offered(75);
    GoogleServiceAccount next = account("next-with-issuer");
    google.trust(next.clientEmail(), next.publicKey(), NEXT_ISSUER);
    use(75, next, NEXT_ISSUER);
    PassRef third = offered(75);
    assertTrue(paced(OWN_ISSUER) && paced(NEXT_ISSUER));

    List<PassRef> all = List.of(first, second, third);
    List<String> ids = List.of(id(ISSUER, first), id(OWN_ISSUER, second), id(NEXT_ISSUER, third));
    for (int i = 0; i < all.size(); i++) {
      assertInstanceOf(GoogleAnswer.Done.class, changed(all.get(i), 77_700));
      String at = ids.get(i);
      assertTrue(balanceAtGoogle(at).contains("777"), at);
      String classId = String.valueOf(google.object(at).orElseThrow().get("classId"));
      assertEquals(at.substring(0, at.indexOf('.')), classId.substring(0, classId.indexOf('.')));
      assertTrue(google.loyaltyClass(classId).isPresent());
      // Whoever opens the link of an old card gets the old card.
      GoogleCards.Offer again = cards.offer(all.get(i).token());
      String link = assertInstanceOf(GoogleCards.Offer.Ready.class, again).saveUrl().toString();
      String jwt = link.substring(link.lastIndexOf('/') + 1);
      FakeGoogleWallet.Saved saved = google.save(jwt, "phone");
      assertEquals(at, assertInstanceOf(FakeGoogleWallet.Saved.Added.class, saved).objectId());
    }

    // All at once, as a restyling does: every issuer's by its own account.
    for (PassRef pass : all) {
      contents.put(TestCards.card(75, pass.memberId(), 88_800));
      int _ = house.database().inTenant(75, c -> passes.touch(c, 75, List.of(pass.memberId())));
    }
    long batches = google.batchCount();
    cards
        .updateAll(all.stream().map(p -> new GoogleCards.Holder(75, p.memberId())).toList())
        .values()
        .forEach(answer -> assertInstanceOf(GoogleAnswer.Done.class, answer));
    assertEquals(batches + 3, google.batchCount());
    ids.forEach(at -> assertTrue(balanceAtGoogle(at).contains("888"), at));
  }

  @Test
  void callBacksCountForTheStoredObjectOnly() {
    GoogleServiceAccount own = account("called-back");
    google.trust(own.clientEmail(), own.publicKey(), OWN_ISSUER);
    use(76, own, OWN_ISSUER);
    PassRef pass = offered(76);
    assertTrue(cards.isOurs(id(OWN_ISSUER, pass)));
    assertFalse(cards.isOurs(id(NEXT_ISSUER, pass)));
    assertFalse(cards.isOurs(OWN_ISSUER + ".nobody"));
    for (String issuer : List.of(ISSUER, NEXT_ISSUER)) {
      cards.obey(callback(id(issuer, pass), GoogleCallback.Event.SAVE, "n-" + issuer));
      assertEquals("OFFERED", state(pass), issuer);
    }
    cards.obey(callback(id(OWN_ISSUER, pass), GoogleCallback.Event.SAVE, "n-own"));
    assertEquals("SAVED", state(pass));
  }

  @Test
  void whatGoogleHasAgainstAnAccountIsSaid() {
    GoogleServiceAccount own = account("examined");
    assertEquals(
        List.of(IdentityProblem.Reason.ACCOUNT_REFUSED),
        reasons(identities.objections(own, OWN_ISSUER)));
    google.trust(own.clientEmail(), own.publicKey(), OWN_ISSUER);
    assertEquals(List.of(), identities.objections(own, OWN_ISSUER));
    List<IdentityProblem> foreign = identities.objections(own, null);
    assertEquals(List.of(IdentityProblem.Reason.NO_ISSUER_RIGHTS), reasons(foreign));
    assertTrue(foreign.getFirst().detail().contains(ISSUER), "the installation's is meant");
    assertTrue(foreign.getFirst().detail().contains("403 Permission denied."));
    google.withdraw(own.clientEmail(), OWN_ISSUER);
    assertEquals(
        List.of(IdentityProblem.Reason.NO_ISSUER_RIGHTS),
        reasons(identities.objections(own, OWN_ISSUER)));
    google.trouble(new FakeGoogleWallet.Trouble.Fail(503));
    assertEquals(List.of(), identities.objections(own, OWN_ISSUER), "Google cannot be asked");
    google.trouble(new FakeGoogleWallet.Trouble.None());
  }

  private static List<IdentityProblem.Reason> reasons(List<IdentityProblem> problems) {
    return problems.stream().map(IdentityProblem::reason).toList();
  }

  private GoogleCallback callback(String objectId, GoogleCallback.Event event, String nonce) {
    return new GoogleCallback(
        ISSUER + ".class", objectId, event, nonce, clock.instant().plusSeconds(3_600));
  }

  private void told(PassRef pass, GoogleCallback.Event event, String nonce) {
    cards.obey(callback(id(ISSUER, pass), event, nonce));
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
