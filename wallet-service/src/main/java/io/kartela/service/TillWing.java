package io.kartela.service;

import io.kartela.certs.NfcKey;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.proof.ChatCodes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.till.nfc.NfcKeys;
import io.kartela.service.till.nfc.NfcRoutes;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.till.plastic.PlasticFeature;
import io.kartela.service.till.plastic.PlasticStore;
import io.kartela.service.till.plastic.ReissueRoutes;
import io.kartela.service.till.plastic.Reissues;
import io.kartela.service.till.scan.MemberSearchRoutes;
import io.kartela.service.till.scan.Resolver;
import io.kartela.service.till.scan.ScanResults;
import io.kartela.service.till.scan.ScanRoutes;
import io.kartela.service.till.scan.ScanTraceRoutes;
import io.kartela.service.till.scan.SpendCodeRoutes;
import io.kartela.service.till.scan.Velocity;
import java.util.ArrayList;
import java.util.List;

/** What a register reads and gives out. */
final class TillWing {
  final Resolver resolver;
  final Velocity velocity;
  private final PlatformWing platform;
  private final ShopWing shop;
  private final CodeWing code;
  private final WalletWing wallet;
  private final RotatingCards rotating;
  private final NfcKeys nfcKeys;
  private final Members members = new Members();

  TillWing(
      PlatformWing platform,
      ShopWing shop,
      CodeWing code,
      WalletWing wallet,
      RotatingCards rotating) {
    this.platform = platform;
    this.shop = shop;
    this.code = code;
    this.wallet = wallet;
    this.rotating = rotating;
    this.velocity = new Velocity(platform.house.clock());
    this.nfcKeys = nfcKeys();
    this.resolver =
        new Resolver(
            code.cards, code.prefixes, members, wallet.passes, nfcKeys, rotating, wallet.terms);
  }

  /** Besides the keys for readers: those that stand in the cards made here. */
  private NfcKeys nfcKeys() {
    House house = platform.house;
    NfcKey usual = wallet.vendors.apple().map(Vendors.Apple::nfcKey).orElse(null);
    return new NfcKeys(
        house.database(),
        house.ids(),
        platform.vault,
        shop.audit,
        house.clock(),
        merchantId ->
            wallet
                .identities
                .map(
                    i ->
                        new NfcKeys.Own(
                            i.signing().nfcKeys(merchantId, usual),
                            i.signing().of(merchantId).identity().passTypeIdentifier()))
                .orElse(NfcKeys.Own.NONE));
  }

  List<Routes> routes(Programs programs, OneTimeTexts texts, ChatCodes chats) {
    List<Routes> routes = new ArrayList<>(scans(programs, texts, chats));
    routes.addAll(plastic(texts));
    routes.add(nfc());
    return routes;
  }

  private List<Routes> scans(Programs programs, OneTimeTexts texts, ChatCodes chats) {
    House house = platform.house;
    ScanResults results = new ScanResults(shop.merchants, programs, code.cards);
    return List.of(
        new ScanRoutes(
            house, shop.stores, shop.cashiers, shop.tillRules, resolver, results, velocity),
        new ScanTraceRoutes(house, shop.sessions),
        new MemberSearchRoutes(
            house,
            shop.stores,
            shop.cashiers,
            shop.tillRules,
            programs,
            shop.audit,
            new MemberSearchRoutes.Scans(results, velocity)),
        new SpendCodeRoutes(shop.stores, shop.merchants, house, members, code.cards, texts, chats));
  }

  private List<Routes> plastic(OneTimeTexts texts) {
    House house = platform.house;
    PlasticStore store = new PlasticStore(code.cards, code.prefixes);
    List<Routes> routes =
        new ArrayList<>(
            new PlasticFeature(house, shop.sessions, shop.stores, store, rotating, shop.audit)
                .routes());
    Reissues reissues =
        new Reissues(house, shop.merchants, store, wallet.passes, wallet.terms, texts, shop.audit);
    routes.add(new ReissueRoutes(house, shop.sessions, reissues));
    return routes;
  }

  private NfcRoutes nfc() {
    List<String> own =
        wallet
            .vendors
            .apple()
            .map(a -> List.of(a.identity().passTypeIdentifier()))
            .orElse(List.of());
    return new NfcRoutes(nfcKeys, shop.sessions, own);
  }
}
