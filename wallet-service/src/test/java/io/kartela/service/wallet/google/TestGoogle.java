package io.kartela.service.wallet.google;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.push.google.FakeGoogleListener;
import io.kartela.push.google.FakeGoogleWallet;
import io.kartela.push.google.GoogleSettings;
import io.kartela.push.google.GoogleWallet;
import io.kartela.push.google.SaveLink;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** A Google with one issuer, and the service's cards at it. */
public final class TestGoogle implements AutoCloseable {
  public static final String ISSUER = "3388000000012345678";

  private final InstantSource clock;
  private final GoogleServiceAccount account;
  private final FakeGoogleWallet google;

  public TestGoogle(InstantSource clock) {
    this.clock = clock;
    this.account = DevelopmentCa.inMemory(clock.instant()).googleServiceAccount();
    this.google =
        new FakeGoogleWallet(
            new FakeGoogleWallet.Settings(0, ISSUER, account.clientEmail(), account.publicKey()),
            clock,
            new FakeGoogleListener() {});
  }

  public FakeGoogleWallet google() {
    return google;
  }

  /** The account ends, as by a person in Google's console. */
  public void endAccount() {
    google.distrust(account.clientEmail());
  }

  public void renewAccount() {
    google.trust(account.clientEmail(), account.publicKey());
  }

  public GoogleCards cards(TestHouse house, Passes passes, TestCards contents, double perSecond) {
    GoogleAccounts.Access access =
        new GoogleAccounts.Access(
            new GoogleWallet(
                GoogleSettings.of(
                    google.rootUrl(),
                    google.tokenUri(),
                    account.clientEmail(),
                    account.privateKey()),
                clock),
            new SaveLink(
                google.saveBase(), account.clientEmail(), account.privateKey(), List.of(), clock),
            ISSUER);
    return new GoogleCards(
        house.at(clock),
        new PassReader(passes, contents),
        merchantId -> access,
        (c, merchantId, memberId) -> new RotatingCodes.Code("x{totp_value_0}", "00", 30_000, 8),
        (c, merchantId, textId, classId) -> false,
        new GoogleAddresses(() -> URI.create("https://cards.example"), text -> "mark"),
        perSecond);
  }

  @Override
  public void close() {
    google.close();
  }
}
