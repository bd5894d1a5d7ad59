package io.kartela.service;

import io.kartela.certs.NfcKey;
import io.kartela.certs.Vault;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.push.Delivery;
import io.kartela.push.google.GoogleCallbackVerifier;
import io.kartela.push.mailbox.Mailbox;
import io.kartela.service.account.Accounts;
import io.kartela.service.account.Adjustments;
import io.kartela.service.account.Transfers;
import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardPrefixes;
import io.kartela.service.code.Cards;
import io.kartela.service.code.ShortCodes;
import io.kartela.service.demo.DemoHistory;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.demo.DemoWelcome;
import io.kartela.service.job.Jobs;
import io.kartela.service.job.WorkHealth;
import io.kartela.service.member.profile.Enrolment;
import io.kartela.service.member.profile.MemberCards;
import io.kartela.service.member.profile.MemberFeature;
import io.kartela.service.member.profile.MemberPreviews;
import io.kartela.service.member.profile.WelcomeTerms;
import io.kartela.service.member.referral.InviteRoutes;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.standing.Members;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.merge.MergeRoutes;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.campaign.CampaignFeature;
import io.kartela.service.message.delivery.DeliverySettings;
import io.kartela.service.message.delivery.DeliveryWorker;
import io.kartela.service.message.delivery.GoogleSweep;
import io.kartela.service.message.delivery.UndeliveredRoutes;
import io.kartela.service.platform.config.Config;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.embedded.DataFolder;
import io.kartela.service.platform.http.ClientAddress;
import io.kartela.service.platform.http.ConnectionLimits;
import io.kartela.service.platform.http.Door;
import io.kartela.service.platform.http.HttpServer;
import io.kartela.service.platform.http.KnownHosts;
import io.kartela.service.platform.http.OperatorRoutes;
import io.kartela.service.platform.http.Outages;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.http.WebPages;
import io.kartela.service.program.Drafts;
import io.kartela.service.program.ProgramFeature;
import io.kartela.service.program.Programs;
import io.kartela.service.program.whatif.WhatIfFeature;
import io.kartela.service.purchase.PurchaseRoutes;
import io.kartela.service.report.LiabilityRoutes;
import io.kartela.service.report.SummaryRoutes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.cashier.CashierRoutes;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.goods.Goods;
import io.kartela.service.shop.goods.GoodsRoutes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.operator.MerchantRoutes;
import io.kartela.service.shop.operator.OperatorKey;
import io.kartela.service.shop.staff.InvitationRoutes;
import io.kartela.service.shop.staff.SessionRoutes;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.StoreRoutes;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettingsRoutes;
import io.kartela.service.simulator.Simulator;
import io.kartela.service.simulator.SimulatorRoutes;
import io.kartela.service.till.nfc.NfcKeys;
import io.kartela.service.till.nfc.NfcRoutes;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.till.plastic.PlasticFeature;
import io.kartela.service.till.scan.LateScans;
import io.kartela.service.till.scan.Resolver;
import io.kartela.service.till.scan.ScanRoutes;
import io.kartela.service.till.scan.SpendCodeRoutes;
import io.kartela.service.wallet.apple.ApplePasses;
import io.kartela.service.wallet.apple.ApplePush;
import io.kartela.service.wallet.apple.AppleRoutes;
import io.kartela.service.wallet.apple.PassFileRoutes;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.Designs;
import io.kartela.service.wallet.designer.DesignFeature;
import io.kartela.service.wallet.google.GoogleAccounts;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.google.GoogleCards;
import io.kartela.service.wallet.google.GoogleRoutes;
import io.kartela.service.wallet.google.RotatingCodes;
import io.kartela.service.wallet.identity.ApplePushes;
import io.kartela.service.wallet.identity.IdentityFeature;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.Passes;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Puts the service together: constructors only, from the database upwards. Used once. */
final class Wiring {
  /** Google's limit for an issuer, shared by all nodes. */
  private static final double GOOGLE_CALLS_PER_SECOND = 20;

  private final Config config;
  private final Closing closing;
  private final InstantSource clock;
  private final boolean demoHistory;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DataFolder folder;
  private final int port;
  private final URI publicUrl;
  private final Database database;
  private final Jpa jpa;
  private final Ids ids;
  private final PostgresLedger ledger = new PostgresLedger();
  private final Accounts accounts = new Accounts(ledger);
  private final ShortCodes shortCodes;
  private final Cards cards;
  private final Members members = new Members();
  private final Passes passes;
  private final Merchants merchants;
  private final Programs programs;
  private final Stores stores;
  private final Sessions sessions;
  private final Audit audit;
  private final Designs designs;
  private final TillRules tillRules;
  private final Cashiers cashiers;
  private final CardPrefixes cardPrefixes;
  private final RotatingCards rotating;
  private final Vault vault;
  private final WelcomeTerms terms;
  private final Invites invites;
  private final Mailbox mailbox;
  private final Outages outages = new Outages();
  private final OneTimeTexts texts;
  private final Goods goods;
  private final List<Routes> routes = new ArrayList<>();

  Wiring(Config config, InstantSource clock, Closing closing, boolean demoHistory) {
    this.demoHistory = demoHistory;
    this.config = config;
    this.clock = clock;
    this.closing = closing;
    this.passes = new Passes(clock);
    this.mailbox = new Mailbox(clock);
    this.folder = closing.add(DataFolder.open(config.dataFolder(), config.freshData()));
    this.port = config.http().port() == 0 ? freePort() : config.http().port();
    this.publicUrl = config.http().publicUrl(port);
    this.database = Databases.open(config, folder, closing);
    this.jpa = closing.add(new Jpa(database, entities()));
    this.ids = new Ids(database);
    this.merchants = new Merchants(database, jpa, clock);
    this.programs = new Programs(database, clock);
    this.designs = new Designs(database, clock);
    this.shortCodes = new ShortCodes(this::wantsShortCodes);
    this.cards = new Cards(shortCodes);
    this.stores = new Stores(jpa, ids, clock);
    this.sessions = new Sessions(database, jpa, ids, clock, publicUrl);
    this.audit = new Audit(ids, clock);
    this.tillRules = new TillRules(database, audit, clock);
    this.cashiers = new Cashiers(database, ids, audit, clock);
    this.cardPrefixes = new CardPrefixes(database, clock);
    this.vault = VaultKeys.open(config.masterKey(), folder.path());
    this.rotating = new RotatingCards(vault);
    this.terms = new WelcomeTerms(programs, accounts);
    this.invites = new Invites(database, publicUrl);
    this.goods = new Goods(database, audit, clock);
    this.texts = new SmsGateways(config, mailbox, meters, clock, closing).texts(database);
  }

  private boolean wantsShortCodes(long merchantId) {
    return designs.current(merchantId).design().barcodes().contains(CardDesign.Barcode.EAN13);
  }

  private static List<Class<?>> entities() {
    List<Class<?>> entities = new ArrayList<>(Stores.ENTITIES);
    entities.add(Merchants.ENTITY);
    entities.add(Sessions.ENTITY);
    entities.add(Enrolment.ENTITY);
    entities.add(CampaignFeature.ENTITY);
    return entities;
  }

  Kartela start() {
    Vendors vendors = Vendors.open(config, folder.path(), publicUrl, clock, closing);
    MemberCards content =
        new MemberCards(
            merchants, programs, members, cards, passes, accounts, invites, clock, publicUrl);
    PassReader reader =
        new PassReader(
            passes,
            content,
            designs::current,
            (c, merchantId, memberId) -> {
              int _ = shortCodes.ensure(c, merchantId, List.of(memberId), clock.instant());
            },
            clock);
    Optional<IdentityFeature> identities = vendors.apple().map(this::identities);
    Optional<GoogleCards> google = vendors.google().map(g -> google(g, identities, reader));
    DeliveryWorker delivery = delivery(vendors, identities, google);
    CampaignFeature campaigns = campaigns(delivery);
    Optional<DemoShop.Shop> demo = demo();
    NfcKeys nfcKeys = nfcKeys(vendors, identities);
    tills(delivery, nfcKeys);
    memberPages(delivery);
    identities.ifPresent(i -> apple(i, reader, delivery));
    cabinet(campaigns);
    designs(delivery, identities);
    nfc(vendors, nfcKeys);
    String firstOperatorKey = operator();
    Optional<SimulatorRoutes> simulator = simulator(vendors, demo);
    routes.add(
        new OperatorRoutes(
            database,
            meters,
            () -> identities.map(i -> i.warnings().warnings()).orElse(List.of()),
            new WorkHealth(database, delivery.letters()::all)::report,
            metrics(),
            outages));
    routes.add(new UndeliveredRoutes(database, sessions, delivery::wakeLetters));
    MemberPreviews previews = new MemberPreviews(merchants, programs);
    routes.add(new WebPages(previews::ofJoin, previews::ofCard));
    closing.add(new HttpServer(address(), port, meters, routes, door(), outages));
    simulator.ifPresent(
        closing::add); // its open event streams end before the server waits for them
    delivery.start();
    campaigns.start();
    jobs(delivery, google).start();
    vendors.simulator().ifPresent(Simulator::start);
    demo.ifPresent(shop -> DemoHistory.closeTills(tillRules, shop.credentials().merchantId()));
    demo.filter(shop -> shop.fresh() && demoHistory).ifPresent(this::writeHistory);
    folder.lockDown();
    return new Kartela(
        closing, publicUrl, config.http().local(port), welcome(demo) + firstOperatorKey, routes);
  }

  private String welcome(Optional<DemoShop.Shop> demo) {
    return demo.map(shop -> DemoWelcome.text(publicUrl, shop.credentials(), config.simulator()))
        .orElse("Kartela is ready: " + publicUrl);
  }

  /** The first key, if it was made just now: the console shows it once. */
  private String operator() {
    OperatorCommand.Operators operators =
        OperatorCommand.operators(
            database, jpa, ids, merchants, programs, stores, clock, publicUrl);
    OperatorKey key = OperatorCommand.key(config, database, clock);
    routes.add(new MerchantRoutes(key, operators.openings(), operators.merchants(), clock));
    routes.add(new InvitationRoutes(operators.invitations()));
    return key.firstKey()
        .map(
            k ->
                "\nThe operator's key, shown this once: "
                    + k
                    + "\nIt opens merchants: docs/operator.md")
        .orElse("");
  }

  private Jobs jobs(DeliveryWorker delivery, Optional<GoogleCards> google) {
    TierRecompute tiers = new TierRecompute(database, programs, merchants);
    Optional<GoogleSweep> sweep =
        google.map(cards -> new GoogleSweep(database, cards, clock, delivery::wake));
    return closing.add(new Jobs(database, tiers, clock, meters, sweep, delivery::wake));
  }

  private void tills(DeliveryWorker delivery, NfcKeys nfcKeys) {
    Resolver resolver =
        new Resolver(cards, cardPrefixes, members, passes, nfcKeys, rotating, cardTerms());
    routes.add(
        new ScanRoutes(
            database, ids, stores, sessions, cashiers, tillRules, resolver, cards, merchants,
            accounts, programs, clock));
    routes.add(new SpendCodeRoutes(stores, merchants, database, members, cards, texts, clock));
    routes.addAll(
        new PlasticFeature(
                database,
                ids,
                sessions,
                stores,
                members,
                cards,
                cardPrefixes,
                rotating,
                merchants,
                passes,
                cardTerms(),
                texts,
                audit,
                clock,
                publicUrl,
                delivery::wake)
            .routes());
    routes.add(
        new PurchaseRoutes(
            stores,
            sessions,
            database,
            ids,
            programs,
            members,
            merchants,
            ledger,
            goods,
            tillRules,
            cashiers,
            new LateScans(database, ids, resolver),
            clock,
            delivery::wake));
  }

  private CardTerms cardTerms() {
    return new CardTerms(designs::current, merchantId -> merchants.get(merchantId).zone());
  }

  private void memberPages(DeliveryWorker delivery) {
    Enrolment enrolment = new Enrolment(jpa, ids, members, cards, passes, invites, terms, clock);
    routes.add(new InviteRoutes(database, merchants, sessions, invites));
    Adjustments adjustments = new Adjustments(database, ledger, audit, clock, delivery::wake);
    routes.add(
        new MergeRoutes(
            sessions,
            database,
            ledger,
            members,
            cards,
            passes,
            programs,
            audit,
            clock,
            delivery::wake));
    routes.addAll(
        new MemberFeature(
                database,
                merchants,
                programs,
                enrolment,
                members,
                cards,
                passes,
                cardTerms(),
                invites,
                accounts,
                adjustments,
                new Transfers(database, ledger, audit, clock, delivery::wake),
                stores,
                cashiers,
                sessions,
                texts.forSignUps(),
                clock,
                publicUrl)
            .routes());
  }

  private IdentityFeature identities(Vendors.Apple vendor) {
    IdentityFeature feature =
        new IdentityFeature(
            database,
            ids,
            sessions,
            audit,
            vault,
            vendor.identity(),
            vendor.nfcKey(),
            meters,
            clock);
    routes.add(feature.routes());
    return feature;
  }

  private void apple(IdentityFeature identities, PassReader reader, DeliveryWorker delivery) {
    ApplePasses apple = new ApplePasses(identities.signing(), () -> publicUrl, clock);
    routes.add(new PassFileRoutes(database, reader, apple));
    routes.add(new AppleRoutes(database, passes, reader, apple, clock, delivery::wake));
  }

  private GoogleCards google(
      Vendors.Google vendor, Optional<IdentityFeature> identities, PassReader reader) {
    GoogleAccounts.Access usual = vendor.access().apply(vendor.account(), vendor.issuerId());
    GoogleAccounts accounts =
        identities.map(i -> i.google(usual, vendor.access())).orElse(merchantId -> usual);
    GoogleCards google =
        new GoogleCards(
            database,
            passes,
            reader,
            accounts,
            this::rotating,
            CampaignFeature::isEverybody,
            addresses(),
            GOOGLE_CALLS_PER_SECOND,
            clock);
    routes.add(
        new GoogleRoutes(
            google,
            new GoogleCallbackVerifier(
                objectId -> objectId.startsWith(vendor.issuerId() + ".") || google.isOurs(objectId),
                vendor.keys(),
                clock),
            addresses(),
            designs::picture));
    return google;
  }

  private GoogleAddresses addresses() {
    return new GoogleAddresses(() -> publicUrl, vault::mark);
  }

  private RotatingCodes.Code rotating(Connection c, long merchantId, long memberId)
      throws SQLException {
    RotatingCards.Pattern p =
        rotating.ensure(c, merchantId, memberId, CardCode.random(), clock.instant());
    return new RotatingCodes.Code(p.valuePattern(), p.keyHex(), p.periodMillis(), p.valueLength());
  }

  private Optional<SimulatorRoutes> simulator(Vendors vendors, Optional<DemoShop.Shop> demo) {
    Optional<SimulatorRoutes> simulator =
        vendors
            .simulator()
            .flatMap(
                phones ->
                    demo.map(
                        shop ->
                            new SimulatorRoutes(
                                phones,
                                mailbox,
                                () -> DemoWelcome.info(publicUrl, shop.credentials()))));
    simulator.ifPresent(routes::add);
    return simulator;
  }

  private void cabinet(CampaignFeature campaigns) {
    routes.add(
        new SessionRoutes(sessions, merchants, id -> programs.current(id).tiers(), publicUrl));
    routes.add(new StoreRoutes(stores, sessions, merchants, tillRules, audit, clock));
    routes.add(new GoodsRoutes(goods, sessions));
    routes.add(new TillSettingsRoutes(tillRules, sessions));
    routes.add(new CashierRoutes(cashiers, stores, sessions, clock));
    program();
    routes.add(new LiabilityRoutes(sessions, database, merchants, accounts, clock));
    routes.add(new SummaryRoutes(sessions, database, merchants, programs, accounts, clock));
    routes.add(campaigns.routes());
  }

  private void designs(DeliveryWorker delivery, Optional<IdentityFeature> identities) {
    DesignFeature design =
        closing.add(
            new DesignFeature(
                database,
                designs,
                passes,
                shortCodes,
                merchants,
                programs,
                sessions,
                audit,
                merchantId ->
                    identities.filter(i -> i.signing().nfcAllowed(merchantId)).isPresent(),
                addresses(),
                clock,
                delivery::wake));
    routes.addAll(design.routes());
    design.start();
  }

  /** Besides the keys for readers: those that stand in the cards made here. */
  private NfcKeys nfcKeys(Vendors vendors, Optional<IdentityFeature> identities) {
    NfcKey usual = vendors.apple().map(Vendors.Apple::nfcKey).orElse(null);
    return new NfcKeys(
        database,
        ids,
        vault,
        audit,
        clock,
        merchantId ->
            identities
                .map(
                    i ->
                        new NfcKeys.Own(
                            i.signing().nfcKeys(merchantId, usual),
                            i.signing().of(merchantId).identity().passTypeIdentifier()))
                .orElse(NfcKeys.Own.NONE));
  }

  private void nfc(Vendors vendors, NfcKeys nfcKeys) {
    List<String> own =
        vendors.apple().map(a -> List.of(a.identity().passTypeIdentifier())).orElse(List.of());
    routes.add(new NfcRoutes(nfcKeys, sessions, own));
  }

  private void program() {
    Drafts drafts = new Drafts(database, ids, programs, audit, clock);
    routes.addAll(new ProgramFeature(database, programs, drafts, sessions).routes());
    WhatIfFeature whatIf =
        closing.add(new WhatIfFeature(database, ids, programs, drafts, sessions, clock));
    routes.add(whatIf.routes());
    whatIf.start();
  }

  private CampaignFeature campaigns(DeliveryWorker delivery) {
    return closing.add(
        new CampaignFeature(
            database, jpa, ids, members, programs, sessions, audit, clock, delivery::wake));
  }

  private Optional<DemoShop.Shop> demo() {
    return config.mode() == Config.Mode.DEMO
        ? Optional.of(
            new DemoShop(merchants, programs, stores, sessions, goods, ids).open(folder.path()))
        : Optional.empty();
  }

  /** The demo shop's year is written while people look around. */
  private void writeHistory(DemoShop.Shop shop) {
    DemoHistory history =
        new DemoHistory(
            at -> new Enrolment(jpa, ids, members, cards, passes, invites, terms, () -> at),
            shop.credentials(),
            tillRules,
            publicUrl,
            clock.instant());
    Thread writer = Thread.ofVirtual().name("demo-history").start(history::write);
    closing.add(writer::interrupt);
  }

  private DeliveryWorker delivery(
      Vendors vendors, Optional<IdentityFeature> identities, Optional<GoogleCards> google) {
    ApplePush push =
        vendors
            .apple()
            .<ApplePush>map(
                apple ->
                    closing.add(new ApplePushes(identities.orElseThrow().signing(), apple.apns())))
            .orElse(
                token ->
                    CompletableFuture.completedFuture(
                        new Delivery.Rejected(
                            "NO_APPLE_IDENTITY", Delivery.AddressFate.KEEP, null)));
    return closing.add(
        new DeliveryWorker(
            database,
            passes,
            push,
            google,
            CampaignFeature.listener(),
            meters,
            clock,
            DeliverySettings.usual()));
  }

  private Door door() {
    Config.Access access = config.access();
    return new Door(
        new KnownHosts(publicUrl, access.hosts()),
        new ClientAddress(access.proxies(), access.forwarded()),
        ConnectionLimits.USUAL.withConnections(
            access.maxConnections(), access.maxConnectionsPerAddress()));
  }

  private OperatorRoutes.Metrics metrics() {
    return config
        .access()
        .metricsToken()
        .map(token -> OperatorRoutes.Metrics.by(token.reveal()))
        .orElse(
            config.mode() == Config.Mode.DEMO
                ? OperatorRoutes.Metrics.OPEN
                : OperatorRoutes.Metrics.CLOSED);
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(config.http().host());
    } catch (UnknownHostException e) {
      throw new StartException("The address to listen on is not known: " + config.http().host(), e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartException("No port is free", e);
    }
  }
}
