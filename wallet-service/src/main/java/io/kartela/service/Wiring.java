package io.kartela.service;

import io.kartela.service.feedback.FeedbackFeature;
import io.kartela.service.intake.MemberImport;
import io.kartela.service.job.Jobs;
import io.kartela.service.job.WorkHealth;
import io.kartela.service.member.profile.CardCertificateRoutes;
import io.kartela.service.member.profile.Newcomers;
import io.kartela.service.member.referral.Rewards;
import io.kartela.service.member.segment.SegmentFeature;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.merge.MergeRoutes;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.Hooks;
import io.kartela.service.message.delivery.GoogleSweep;
import io.kartela.service.place.PlaceFeature;
import io.kartela.service.platform.House;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.http.OperatorRoutes;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Resealing;
import io.kartela.service.platform.work.SealedTable;
import io.kartela.service.privacy.OwnData;
import io.kartela.service.privacy.PrivacyRoutes;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.certificate.CertificateFeature;
import io.kartela.service.promo.code.CodeFeature;
import io.kartela.service.promo.code.CodeSecrets;
import io.kartela.service.purchase.HoldRoutes;
import io.kartela.service.purchase.LateCardRoutes;
import io.kartela.service.purchase.OfflineRoutes;
import io.kartela.service.purchase.PurchaseRoutes;
import io.kartela.service.purchase.Purchases;
import io.kartela.service.purchase.ReceiptRoutes;
import io.kartela.service.purchase.Vouchers;
import io.kartela.service.report.LiabilityRoutes;
import io.kartela.service.report.SummaryRoutes;
import io.kartela.service.report.brought.CampaignResultRoutes;
import io.kartela.service.report.figures.DaySums;
import io.kartela.service.report.figures.FiguresRoutes;
import io.kartela.service.report.figures.WeeklyLetters;
import io.kartela.service.shop.imports.ImportsFeature;
import io.kartela.service.shop.operator.OperatorKey;
import io.kartela.service.shop.operator.OperatorSessions;
import io.kartela.service.shop.secondfactor.SecondFactorFeature;
import io.kartela.service.simulator.SimulatorRoutes;
import io.kartela.service.till.nfc.NfcSecrets;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.till.plastic.PlasticIntake;
import io.kartela.service.till.plastic.PlasticStore;
import io.kartela.service.till.scan.LateScans;
import io.kartela.service.wallet.design.Designs;
import io.kartela.service.wallet.identity.IdentityFeature;
import io.kartela.service.wallet.pass.OpenCards;
import io.kartela.service.wallet.print.PromoSheetRoutes;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the service together: constructors only, wing by wing from the ground up; what stands above
 * the wings is here. Used once.
 */
final class Wiring {
  private final boolean demoHistory;
  private final House house;
  private final PlatformWing platform;
  private final ShopWing shop;
  private final ProgramWing program;
  private final CodeWing code;
  private final CodeFeature promoCodes;
  private final CertificateFeature certificates;
  private final WalletWing wallet;
  private final MemberWing members;
  private final PhonesWing phones;
  private final MessageWing messages;
  private final TillWing till;
  private final FeedbackFeature feedback;
  private final ImportsFeature imports;
  private final OwnData ownData;

  Wiring(Config config, InstantSource clock, Closing closing, boolean demoHistory) {
    this.demoHistory = demoHistory;
    this.platform = new PlatformWing(config, clock, closing);
    this.house = platform.house;
    Designs designs = new Designs(house.database(), clock);
    RotatingCards rotating = new RotatingCards(platform.vault);
    this.shop = new ShopWing(house, platform.jpa);
    this.program = new ProgramWing(house, shop, closing);
    this.code = new CodeWing(house, designs);
    this.promoCodes = closing.add(new CodeFeature(house, platform.vault));
    this.certificates = new CertificateFeature(house, promoCodes.secrets());
    this.wallet = new WalletWing(platform, shop, code, designs);
    this.members = new MemberWing(platform, shop, program, code, wallet);
    this.phones = new PhonesWing(platform, code, wallet, rotating, members.content);
    this.messages = new MessageWing(platform, shop, members, wallet, phones, program.programs);
    this.feedback = new FeedbackFeature(house, shop.merchants, messages.mail);
    this.till = new TillWing(platform, shop, code, wallet, rotating);
    this.imports = closing.add(imports());
    this.ownData = new OwnData(house, wallet.passes, shop.audit);
  }

  Kartela start() {
    DemoWing demo = new DemoWing(platform, shop, program.programs, wallet.vendors.simulator());
    Optional<SimulatorRoutes> simulator =
        demo.routes(messages.mailbox, messages.bots, messages.calls, messages.browsers);
    OperatorKey operatorKey = OperatorCommand.key(platform.config, house.database(), house.clock());
    List<Routes> routes = routes(operatorKey);
    simulator.ifPresent(routes::add);
    routes.add(members.pages());
    program.start();
    wallet.start();
    URI local = platform.serve(routes);
    // its open event streams end before the server waits for them
    simulator.ifPresent(platform.closing::add);
    members.start();
    messages.start();
    jobs().start();
    imports.start();
    promoCodes.start();
    demo.start(members, demoHistory);
    platform.folder.lockDown();
    return new Kartela(
        platform.closing, house.publicUrl(), local, demo.welcome() + firstKey(operatorKey), routes);
  }

  private List<Routes> routes(OperatorKey operatorKey) {
    Programs programs = program.programs;
    List<Routes> routes = new ArrayList<>();
    // The web server tries one after the other: tills and phones ask most.
    routes.addAll(purchases());
    routes.addAll(phones.routes());
    routes.addAll(till.routes(programs, messages.texts, messages.codes));
    routes.addAll(shop.routes());
    OperatorSessions operators = new OperatorSessions(house.database(), operatorKey, house.clock());
    routes.addAll(shop.people(operators, programs, messages.letters, platform.vault));
    routes.addAll(program.routes());
    routes.addAll(promoCodes.routes(shop.sessions, programs, shop.audit));
    routes.addAll(certificates.cabinet(shop.sessions, shop.merchants, shop.audit));
    routes.add(certificates.till(shop.stores, shop.cashiers, shop.tillRules, shop.audit));
    routes.add(new CardCertificateRoutes(house, wallet.passes, certificates.certificates()));
    routes.add(new PromoSheetRoutes(shop.sessions, shop.merchants, promoCodes.sheets()));
    routes.addAll(wallet.routes(programs, members.content));
    routes.addAll(members.routes(messages.texts.forSignUps(), messages.proofs));
    routes.addAll(messages.routes(operators));
    routes.addAll(feedback.routes(shop.sessions, shop.audit));
    routes.addAll(place());
    routes.addAll(reports());
    routes.add(
        new MergeRoutes(house, shop.sessions, code.cards, wallet.passes, programs, shop.audit));
    routes.add(new PrivacyRoutes(house, shop.sessions, wallet.passes, shop.audit));
    routes.add(imports.routes());
    routes.add(health());
    return routes;
  }

  /** A receipt, from the quote to its return. */
  private List<Routes> purchases() {
    Programs programs = program.programs;
    Purchases purchases =
        new Purchases(
            house,
            programs,
            shop.merchants,
            shop.tillRules,
            shop.goods,
            new Vouchers(promoCodes.tills(members.audiences::has), certificates.certificates()));
    LateScans lateScans =
        new LateScans(house.database(), house.ids(), till.resolver, till.velocity);
    return List.of(
        new PurchaseRoutes(
            house, shop.stores, shop.cashiers, shop.tillRules, programs, shop.merchants, purchases),
        new OfflineRoutes(house, shop.stores, shop.cashiers, shop.tillRules, purchases, lateScans),
        new LateCardRoutes(
            house,
            shop.stores,
            shop.cashiers,
            shop.tillRules,
            programs,
            shop.merchants,
            shop.audit),
        new ReceiptRoutes(house, shop.stores, shop.sessions, programs),
        new HoldRoutes(house, shop.stores, shop.cashiers, shop.tillRules));
  }

  /** Lists from files: goods, and members with all that they bring along. */
  private ImportsFeature imports() {
    MemberImport.Rooms rooms =
        new MemberImport.Rooms(
            shop.merchants,
            program.programs,
            new Newcomers(code.cards, wallet.passes),
            new PlasticIntake(new PlasticStore(code.cards, code.prefixes)),
            wallet.passes);
    return new ImportsFeature(
        house,
        shop.sessions,
        List.of(shop.goods.files(), new MemberImport(house, rooms, shop.audit)));
  }

  /** The member's own place. */
  private List<Routes> place() {
    OpenCards cards = new OpenCards(house.database(), wallet.passes);
    return new PlaceFeature(house, cards, program.programs, ownData, shop.audit)
        .routes(shop.merchants, messages.texts, messages.codes);
  }

  private List<Routes> reports() {
    return List.of(
        new LiabilityRoutes(
            shop.sessions, house.database(), shop.merchants, members.accounts, house.clock()),
        SegmentFeature.reports(house.database(), shop.sessions),
        new CampaignResultRoutes(house.database(), shop.sessions, house.clock()),
        new FiguresRoutes(house, shop.sessions, shop.merchants, members.audiences, shop.audit),
        new SummaryRoutes(
            shop.sessions,
            house.database(),
            shop.merchants,
            program.programs,
            members.accounts,
            house.clock()));
  }

  private OperatorRoutes health() {
    return new OperatorRoutes(
        house.database(),
        platform.meters,
        () -> wallet.identities.map(i -> i.warnings().warnings()).orElse(List.of()),
        new WorkHealth(house.database(), messages.delivery.letters()::all, messages::silences)
            ::report,
        platform.metrics(),
        platform.outages);
  }

  private Jobs jobs() {
    TierRecompute tiers = new TierRecompute(house.database(), program.programs, shop.merchants);
    Optional<GoogleSweep> sweep = phones.google.map(cards -> new GoogleSweep(house, cards));
    return platform.closing.add(
        new Jobs(
            house,
            tiers,
            program.programs,
            platform.meters,
            sweep,
            resealing(),
            new Jobs.Merchantly(
                messages.automations::run,
                merchantId -> {
                  DaySums.follow(house.database(), shop.merchants, merchantId, house.clock());
                  members.audiences.follow(house.database(), merchantId);
                },
                feedback::run,
                new Rewards(house, program.programs)::run,
                ownData::run,
                new WeeklyLetters(house, shop.merchants, messages.mail)::run)));
  }

  private Resealing resealing() {
    List<SealedTable> tables = new ArrayList<>(NfcSecrets.tables());
    tables.add(IdentityFeature.sealed());
    tables.add(SecondFactorFeature.sealed());
    tables.add(ChannelStore.sealed());
    tables.add(CodeSecrets.sealed());
    tables.add(Hooks.sealed());
    return new Resealing(house.database(), platform.vault, tables);
  }

  /** The operator's first key, if it was made just now: the console shows it once. */
  private String firstKey(OperatorKey key) {
    return key.firstKey()
        .map(
            k ->
                "\nThe operator's key, shown this once: "
                    + k
                    + "\nIt opens shops at "
                    + house.publicUrl().resolve("/cabinet/operator"))
        .orElse("");
  }
}
