package io.kartela.service;

import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.push.mail.MailSender;
import io.kartela.rules.ProgramJson;
import io.kartela.service.account.Accounts;
import io.kartela.service.feedback.FeedbackFeature;
import io.kartela.service.job.Jobs;
import io.kartela.service.member.referral.Rewards;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.SegmentFeature;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.message.automation.AutomationFeature;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.outbox.Wake;
import io.kartela.service.platform.work.Resealing;
import io.kartela.service.privacy.OwnData;
import io.kartela.service.program.Programs;
import io.kartela.service.report.figures.DaySums;
import io.kartela.service.report.figures.WeeklyLetters;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.wallet.pass.Passes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * A merchant of a test's own, made beside the running service as an operator's tool would, with one
 * store and one register.
 */
final class TestShop {
  private static final String PASSWORD = "a long enough password";
  private static final AtomicLong PHONES = new AtomicLong(79_160_000_000L);

  private final Maker maker;
  private final long id;
  private final String slug;
  private final Api register;

  /** Makes shops in the database of a running service. Close it before the service. */
  static final class Maker implements AutoCloseable {
    private final TestKartela kartela;
    private final Database database;
    private final Jpa jpa;
    private final Ids ids;
    private final Merchants merchants;
    private final Programs programs;
    private final Stores stores;
    private final Sessions sessions;
    private final List<Long> opened = new ArrayList<>();

    Maker(TestKartela kartela) {
      this.kartela = kartela;
      this.database = kartela.open();
      List<Class<?>> entities = new ArrayList<>(Stores.ENTITIES);
      entities.add(Merchants.ENTITY);
      entities.add(Sessions.ENTITY);
      this.jpa = new Jpa(database, entities);
      this.ids = new Ids(database);
      this.merchants = new Merchants(database, jpa, kartela.clock());
      this.programs = new Programs(database, kartela.clock());
      this.stores = new Stores(jpa, ids, kartela.clock());
      this.sessions = new Sessions(database, jpa, ids, kartela.clock(), kartela.url());
    }

    /** What a node does by the clock, done when the test says so. */
    Jobs jobs(TestClock clock) {
      return jobs(clock, new SimpleMeterRegistry());
    }

    /** The same, with its figures told here. */
    Jobs jobs(TestClock clock, MeterRegistry meters) {
      return new Jobs(
          new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake()),
          new TierRecompute(database, programs, merchants),
          programs,
          meters,
          Optional.empty(),
          new Resealing(
              database, new Vault(MasterKey.of(MasterKey.generate()), List.of()), List.of()),
          new Jobs.Merchantly(
              automations(clock)::run,
              merchantId -> {
                DaySums.follow(database, merchants, merchantId, clock);
                audiences(clock).follow(database, merchantId);
              },
              feedback(clock, Optional.empty())::run,
              rewards(clock)::run,
              erasures(clock)::run,
              letters(clock, Optional.empty())::run));
    }

    /** Another node that writes to owners how the week went. */
    WeeklyLetters letters(TestClock clock, Optional<MailSender> mail) {
      return new WeeklyLetters(
          new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake()),
          new Merchants(database, jpa, clock),
          mail);
    }

    /** Another node that asks for reviews, and tells of bad ones by this. */
    FeedbackFeature feedback(TestClock clock, Optional<MailSender> mail) {
      House house =
          new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake());
      return new FeedbackFeature(house, merchants, mail);
    }

    /** Another node's rewards of inviters. */
    Rewards rewards(TestClock clock) {
      return new Rewards(
          new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake()),
          programs);
    }

    /** Another node that forgets those who asked for it. */
    OwnData erasures(TestClock clock) {
      House house =
          new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake());
      return new OwnData(house, new Passes(clock), new Audit(ids, clock));
    }

    private Audiences audiences(TestClock clock) {
      return SegmentFeature.audiences(programs, stores, merchants, clock);
    }

    /** Another node's automations. */
    AutomationFeature automations(TestClock clock) {
      return new AutomationFeature(
          new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake()),
          new Accounts(new PostgresLedger()),
          SegmentFeature.audiences(programs, stores, merchants, clock),
          merchants,
          programs);
    }

    /**
     * A shop in Moscow.
     *
     * @param program the rest of a program's JSON after its name and kind, single-quoted
     */
    TestShop open(String slug, String program) {
      return open(slug, ZoneId.of("Europe/Moscow"), program);
    }

    TestShop open(String slug, ZoneId zone, String program) {
      TestShop shop = openCareful(slug, zone, program);
      TillSettings usual = TillSettings.USUAL;
      // What most tests sell is not about who stands at the till: the register vouches for them.
      new TillRules(database, new Audit(ids, kartela.clock()), kartela.clock())
          .set(shop.id, usual.vouching(usual.offlineDays()), "test");
      return shop;
    }

    /** A shop in Moscow whose tills are as careful as a new shop's. */
    TestShop openCareful(String slug, String program) {
      return openCareful(slug, ZoneId.of("Europe/Moscow"), program);
    }

    private TestShop openCareful(String slug, ZoneId zone, String program) {
      Merchant merchant =
          new Merchant(
              ids.next(),
              slug,
              LocalText.same("Shop " + slug),
              LocalText.same(""),
              zone,
              Lang.RU,
              "#123456");
      merchants.create(merchant);
      programs.publish(merchant.id(), ProgramJson.parse(json(program)).program(), "test");
      long store = stores.createStore(merchant.id(), "Store", zone);
      String key = stores.createRegister(merchant.id(), store, "Register").key();
      merchants.open(merchant);
      opened.add(merchant.id());
      return new TestShop(this, merchant.id(), slug, kartela.api().key(key));
    }

    /** The merchants that were made here. */
    List<Long> opened() {
      return List.copyOf(opened);
    }

    @Override
    public void close() {
      jpa.close();
      database.close();
    }
  }

  private TestShop(Maker maker, long id, String slug, Api register) {
    this.maker = maker;
    this.id = id;
    this.slug = slug;
    this.register = register;
  }

  static String json(String program) {
    String body = program.isBlank() ? "" : "," + program;
    return ("{'name':{'ru':'Проба','en':'Trial'},'kind':'BOTH'" + body + "}").replace('\'', '"');
  }

  long id() {
    return id;
  }

  String slug() {
    return slug;
  }

  Api register() {
    return register;
  }

  /** One more register, in a store of its own in this zone. */
  Api registerIn(String zone) {
    long store = maker.stores.createStore(id, "Store in " + zone, ZoneId.of(zone));
    return maker.kartela.api().key(maker.stores.createRegister(id, store, "Register").key());
  }

  /** Publishes the next version; the service sees it when its clock has moved by two seconds. */
  void publish(String program, TestClock clock) {
    maker.programs.publish(id, ProgramJson.parse(json(program)).program(), "test");
    clock.plus(Duration.ofSeconds(2));
  }

  /** What the minute's job does: books what the clock has made true. */
  void bookDue(TestClock clock) {
    try (Jobs jobs = maker.jobs(clock)) {
      jobs.bookDue();
    }
  }

  /** What the night of the 1st does to tiers; how many changed. */
  int recomputeTiers(TestClock clock) {
    return new TierRecompute(maker.database, maker.programs, maker.merchants)
        .run(id, clock.instant());
  }

  /** The owner signs in once more. */
  Api ownerAgain() {
    return maker.kartela.visitor().signedIn("owner@" + slug + ".example", PASSWORD);
  }

  /** Makes an owner and signs in; the session lasts until twelve hours after now. */
  Api owner() {
    String email = "owner@" + slug + ".example";
    maker.sessions.createStaff(id, email, "Owner", Role.OWNER, PASSWORD, Lang.EN);
    return maker.kartela.visitor().signedIn(email, PASSWORD);
  }

  /** Somebody of the staff with this role, signed in. */
  Api as(Role role) {
    String email = role.name().toLowerCase(java.util.Locale.ROOT) + "@" + slug + ".example";
    maker.sessions.createStaff(id, email, role.name(), role, PASSWORD, Lang.EN);
    return maker.kartela.visitor().signedIn(email, PASSWORD);
  }

  /** A newcomer with a phone of their own. */
  String member() {
    return signUp(Map.of()).path("memberId").asString();
  }

  /** What signing up by the page answers, which takes a code from the demo's mailbox. */
  JsonNode join(Map<String, ?> more) {
    Api visitor = maker.kartela.api();
    JsonNode started =
        visitor.post("/api/v1/public/shops/" + slug + "/sign-ups", person(more)).expect(202);
    String code = Newcomer.codeFor(visitor, started.path("phone").asString());
    return visitor
        .post(
            "/api/v1/public/sign-ups/" + started.path("signUpId").asString() + "/confirm",
            Map.of("code", code))
        .expect(200);
  }

  /** What the cashier's sign-up answers, with more fields in the request. */
  JsonNode signUp(Map<String, ?> more) {
    return register.post("/api/v1/members", person(more)).expect(201);
  }

  private static Map<String, Object> person(Map<String, ?> more) {
    Map<String, Object> body = new java.util.LinkedHashMap<>();
    body.put("phone", "+" + PHONES.incrementAndGet());
    body.put("name", "Анна");
    body.put("consentTerms", true);
    body.put("consentData", true);
    body.put("consentMessages", true);
    body.putAll(more);
    return body;
  }
}
