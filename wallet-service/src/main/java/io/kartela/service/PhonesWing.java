package io.kartela.service;

import io.kartela.push.Delivery;
import io.kartela.push.google.GoogleCallbackVerifier;
import io.kartela.service.code.CardCode;
import io.kartela.service.message.campaign.CampaignFeature;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.wallet.apple.ApplePasses;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.AppleRoutes;
import io.kartela.service.wallet.apple.PassFileRoutes;
import io.kartela.service.wallet.google.GoogleAccounts;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.google.GoogleRoutes;
import io.kartela.service.wallet.google.RotatingCodes;
import io.kartela.service.wallet.identity.ApplePushes;
import io.kartela.service.wallet.identity.IdentityFeature;
import io.kartela.service.wallet.pass.CardSource;
import io.kartela.service.wallet.pass.PassReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Cards on phones: a card's content by Apple's protocol and by Google's. */
final class PhonesWing {
  /** Google's limit for an issuer, shared by all nodes. */
  private static final double GOOGLE_CALLS_PER_SECOND = 20;

  final ApplePush push;
  final Optional<GoogleCards> google;
  private final House house;
  private final WalletWing wallet;
  private final RotatingCards rotating;
  private final PassReader reader;

  PhonesWing(
      PlatformWing platform,
      CodeWing code,
      WalletWing wallet,
      RotatingCards rotating,
      CardSource content) {
    this.house = platform.house;
    this.wallet = wallet;
    this.rotating = rotating;
    this.reader =
        new PassReader(
            wallet.passes,
            content,
            wallet.designs::current,
            (c, merchantId, memberId) -> {
              int _ =
                  code.shortCodes.ensure(c, merchantId, List.of(memberId), house.clock().instant());
            },
            house.clock());
    this.push = push(platform.closing);
    this.google = wallet.vendors.google().map(this::google);
  }

  List<Routes> routes() {
    List<Routes> routes = new ArrayList<>();
    wallet.identities.ifPresent(i -> apple(i, routes));
    google.ifPresent(cards -> routes.add(callbacks(wallet.vendors.google().orElseThrow(), cards)));
    return routes;
  }

  private void apple(IdentityFeature identities, List<Routes> routes) {
    ApplePasses apple = new ApplePasses(identities.signing(), house::publicUrl, house.clock());
    routes.add(new PassFileRoutes(house.database(), reader, apple));
    routes.add(
        new AppleRoutes(
            house.database(), wallet.passes, reader, apple, house.clock(), house.wake()));
  }

  private ApplePush push(Closing closing) {
    return wallet
        .vendors
        .apple()
        .<ApplePush>map(
            apple ->
                closing.add(
                    new ApplePushes(wallet.identities.orElseThrow().signing(), apple.apns())))
        .orElse(
            token ->
                CompletableFuture.completedFuture(
                    new Delivery.Rejected("NO_APPLE_IDENTITY", Delivery.AddressFate.KEEP, null)));
  }

  private GoogleCards google(Vendors.Google vendor) {
    GoogleAccounts.Access usual = vendor.access().apply(vendor.account(), vendor.issuerId());
    GoogleAccounts accounts =
        wallet.identities.map(i -> i.google(usual, vendor.access())).orElse(merchantId -> usual);
    return new GoogleCards(
        house,
        reader,
        accounts,
        this::rotating,
        CampaignFeature::isEverybody,
        wallet.addresses,
        GOOGLE_CALLS_PER_SECOND);
  }

  private GoogleRoutes callbacks(Vendors.Google vendor, GoogleCards cards) {
    GoogleCallbackVerifier verifier =
        new GoogleCallbackVerifier(
            objectId -> objectId.startsWith(vendor.issuerId() + ".") || cards.isOurs(objectId),
            vendor.keys(),
            house.clock());
    return new GoogleRoutes(cards, verifier, wallet.addresses, wallet.designs::picture);
  }

  private RotatingCodes.Code rotating(Connection c, long merchantId, long memberId)
      throws SQLException {
    RotatingCards.Pattern p =
        rotating.ensure(c, merchantId, memberId, CardCode.random(), house.clock().instant());
    return new RotatingCodes.Code(p.valuePattern(), p.keyHex(), p.periodMillis(), p.valueLength());
  }
}
