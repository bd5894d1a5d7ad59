package io.kartela.service;

import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.wallet.design.Designs;
import io.kartela.service.wallet.designer.DesignImageRoutes;
import io.kartela.service.wallet.designer.DesignRoutes;
import io.kartela.service.wallet.designer.DesignStore;
import io.kartela.service.wallet.designer.Restyler;
import io.kartela.service.wallet.designer.SampleCards;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.identity.IdentityFeature;
import io.kartela.service.wallet.pass.CardSource;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.print.PrintRoutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which cards there are, how they look and who vouches for them; {@link PhonesWing} shows them. */
final class WalletWing {
  final Designs designs;
  final Passes passes;
  final CardTerms terms;
  final Vendors vendors;
  final Optional<IdentityFeature> identities;
  final GoogleAddresses addresses;
  private final PlatformWing platform;
  private final ShopWing shop;
  private final Restyler restyler;

  WalletWing(PlatformWing platform, ShopWing shop, CodeWing code, Designs designs) {
    House house = platform.house;
    this.platform = platform;
    this.shop = shop;
    this.designs = designs;
    this.passes = new Passes(house.clock());
    this.terms =
        new CardTerms(designs::current, merchantId -> shop.merchants.get(merchantId).zone());
    this.addresses = new GoogleAddresses(house::publicUrl, platform.vault::mark);
    this.vendors =
        Vendors.open(
            platform.config,
            platform.folder.path(),
            house.publicUrl(),
            house.clock(),
            platform.closing);
    this.identities = vendors.apple().map(this::identities);
    this.restyler = platform.closing.add(new Restyler(house, passes, code.shortCodes));
  }

  private IdentityFeature identities(Vendors.Apple vendor) {
    return new IdentityFeature(
        platform.house,
        shop.sessions,
        shop.audit,
        platform.vault,
        vendor.identity(),
        vendor.nfcKey(),
        platform.meters);
  }

  List<Routes> routes(Programs programs, CardSource content) {
    House house = platform.house;
    DesignStore store =
        new DesignStore(house, designs, shop.audit, shop.merchants, programs, this::isNfcAllowed);
    List<Routes> routes = new ArrayList<>();
    identities.ifPresent(i -> routes.add(i.routes()));
    routes.add(
        new DesignRoutes(
            house,
            shop.sessions,
            store,
            new SampleCards(house, shop.merchants, programs, content),
            addresses,
            restyler::wake));
    routes.add(new DesignImageRoutes(house, shop.sessions, designs));
    routes.add(new PrintRoutes(house, shop.sessions, shop.merchants, programs, designs));
    return routes;
  }

  private boolean isNfcAllowed(long merchantId) {
    return identities.filter(i -> i.signing().nfcAllowed(merchantId)).isPresent();
  }

  /** Begins to bring published designs to cards. */
  void start() {
    restyler.start();
  }
}
