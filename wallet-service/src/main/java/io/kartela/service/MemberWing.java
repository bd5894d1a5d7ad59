package io.kartela.service;

import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.service.account.Accounts;
import io.kartela.service.member.bulk.BulkFeature;
import io.kartela.service.member.consent.ConsentRoutes;
import io.kartela.service.member.profile.Enrolment;
import io.kartela.service.member.profile.MemberAccountRoutes;
import io.kartela.service.member.profile.MemberCards;
import io.kartela.service.member.profile.MemberExportRoutes;
import io.kartela.service.member.profile.MemberPreviews;
import io.kartela.service.member.profile.MemberRoutes;
import io.kartela.service.member.profile.PlaceSettingsRoutes;
import io.kartela.service.member.profile.ProfileRoutes;
import io.kartela.service.member.profile.PublicRoutes;
import io.kartela.service.member.profile.SignUpCodes;
import io.kartela.service.member.profile.SignUpProofs;
import io.kartela.service.member.profile.SignUps;
import io.kartela.service.member.profile.SiteRoutes;
import io.kartela.service.member.profile.WebAppRoutes;
import io.kartela.service.member.profile.WebCardRoutes;
import io.kartela.service.member.profile.WelcomeTerms;
import io.kartela.service.member.referral.FriendsRoutes;
import io.kartela.service.member.referral.InviteRoutes;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.SegmentFeature;
import io.kartela.service.member.tag.TagRoutes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.WebPages;
import io.kartela.service.program.Programs;
import io.kartela.service.wallet.pass.OpenCards;
import java.util.List;

/** Who buys: the customer's pages, and the customer in the cabinet. */
final class MemberWing {
  final Accounts accounts = new Accounts(new PostgresLedger());
  final MemberCards content;
  final Audiences audiences;
  private final BulkFeature bulk;
  private final PlatformWing platform;
  private final ShopWing shop;
  private final Programs programs;
  private final CodeWing code;
  private final WalletWing wallet;
  private final Invites invites;

  MemberWing(
      PlatformWing platform, ShopWing shop, ProgramWing program, CodeWing code, WalletWing wallet) {
    House house = platform.house;
    this.platform = platform;
    this.shop = shop;
    this.programs = program.programs;
    this.code = code;
    this.wallet = wallet;
    this.invites = new Invites(house.database(), house.publicUrl());
    this.audiences = SegmentFeature.audiences(programs, shop.stores, shop.merchants, house.clock());
    this.bulk =
        platform.closing.add(
            new BulkFeature(house, shop.sessions, shop.merchants, shop.audit, audiences));
    this.content =
        new MemberCards(house, shop.merchants, programs, code.cards, wallet.passes, invites);
  }

  /** Takes members in, at the house's time. */
  Enrolment enrolment(House house) {
    return new Enrolment(
        platform.jpa,
        house,
        code.cards,
        wallet.passes,
        invites,
        new WelcomeTerms(programs, accounts));
  }

  List<Routes> routes(SignUpCodes texts, SignUpProofs proofs) {
    House house = platform.house;
    Enrolment enrolment = enrolment(house);
    SignUps signUps = new SignUps(house, enrolment, invites, texts, proofs);
    PublicRoutes pages =
        new PublicRoutes(
            house, shop.merchants, programs, signUps, enrolment, shop.stores, shop.cashiers);
    return List.of(
        new InviteRoutes(house, shop.merchants, shop.sessions, invites),
        new FriendsRoutes(house, shop.sessions, shop.merchants),
        pages,
        new SiteRoutes(house, shop.merchants, signUps, pages),
        new PlaceSettingsRoutes(house.database(), shop.sessions, shop.audit),
        new WebCardRoutes(
            house, shop.merchants, programs, code.cards, wallet.passes, wallet.terms, invites),
        new WebAppRoutes(shop.merchants, programs, new OpenCards(house.database(), wallet.passes)),
        // Before the routes of one member, of whom its path could be taken for the number.
        new MemberExportRoutes(
            house, shop.sessions, shop.merchants, programs, shop.audit, audiences),
        new MemberRoutes(
            house, shop.sessions, shop.merchants, programs, code.cards, wallet.passes, audiences),
        new MemberAccountRoutes(house, shop.sessions, programs, shop.audit),
        new ProfileRoutes(house, shop.sessions, shop.audit),
        bulk.routes(),
        new TagRoutes(house.database(), shop.sessions, shop.audit),
        new ConsentRoutes(house.database(), shop.sessions, shop.audit, house.clock()));
  }

  void start() {
    bulk.start();
  }

  /** The web's pages, which show links of the shop's. */
  Routes pages() {
    MemberPreviews previews = new MemberPreviews(shop.merchants, programs);
    return new WebPages(previews::ofJoin, previews::ofCard);
  }
}
