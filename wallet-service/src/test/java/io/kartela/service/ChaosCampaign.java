package io.kartela.service;

import io.kartela.push.apns.FakeApns;
import io.kartela.push.chat.FakeMessenger;
import io.kartela.push.http.FakeLuck;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.mail.FakeSmtp;
import io.kartela.push.max.FakeMax;
import io.kartela.push.sms.FakeSms;
import io.kartela.push.sms.FakeSmsc;
import io.kartela.push.telegram.FakeTelegram;
import io.kartela.push.vk.FakeVk;
import io.kartela.service.demo.DemoShop;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * A campaign to many members by every way at once: Apple's card, MAX, Telegram, VK, letters, text
 * messages; each vendor's stand-in answers late, cuts the line after it took the words, or is
 * broken, by a seed; some addresses are dead. Services are processes of their own on one database
 * and are killed. For one thread.
 *
 * <p>Google is not among them: its server for tokens cannot be told to be elsewhere, so its lane's
 * chaos is played in one process ({@code GoogleChaosTest}).
 */
final class ChaosCampaign implements AutoCloseable {
  private static final String TOKEN = "1:the-token-of-a-bot";
  private static final String LOGIN = "shop";
  private static final long GROUP = 77;
  private static final String PHONE = "+7998";

  private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
  private final AtomicLong accepted = new AtomicLong();
  private final FakeMax max;
  private final FakeTelegram telegram;
  private final FakeVk vk;
  private final FakeSmsc sms;
  private final FakeSmtp mail;
  private final ChaosNodes nodes;
  private final FakeApns apns;
  private int recipients;
  private String campaign = "";
  private Api owner;

  /**
   * How it went.
   *
   * @param verdicts recipients with one
   * @param twice words that a stand-in took again for somebody who had them
   * @param unknown recipients of whom nobody knows whether they were reached
   */
  record Result(
      int recipients,
      int verdicts,
      int delivered,
      int failed,
      int skipped,
      int twice,
      int unknown) {
    boolean complete() {
      return verdicts == recipients && delivered + failed + skipped == recipients;
    }
  }

  ChaosCampaign(long seed, int howMany)
      throws IOException, InterruptedException, GeneralSecurityException {
    InstantSource clock = InstantSource.tick(InstantSource.system(), Duration.ofMillis(1));
    this.max = moody(new FakeMax(TOKEN, clock, s -> took("MAX", s.user())), seed);
    this.telegram =
        moody(new FakeTelegram(TOKEN, clock, s -> took("TELEGRAM", s.user())), seed + 1);
    this.vk = moody(new FakeVk(TOKEN, GROUP, clock, s -> took("VK", s.user())), seed + 2);
    this.sms = new FakeSmsc(LOGIN, TOKEN, clock, t -> took("SMS", t.phone()));
    sms.trouble(mood(seed + 3));
    sms.balance("100000000.00");
    this.mail = new FakeSmtp(clock, letter -> took("MAIL", letter.recipient()));
    mail.moods(new FakeLuck(seed + 4, 3, Duration.ofMillis(300), 2, 2));
    this.nodes =
        new ChaosNodes(
            Map.of(
                "KARTELA_CHANNELS_ADDRESSES",
                "max=%s,telegram=%s,vk=%s,smsc=%s,smtp=smtp://127.0.0.1:%d"
                    .formatted(
                        max.address(),
                        telegram.address(),
                        vk.address(),
                        sms.address(),
                        mail.port())));
    this.apns =
        new FakeApns(
            new FakeApns.Settings(
                0,
                nodes.ca().serverIdentity().key(),
                nodes.ca().serverIdentity().chain(),
                List.of(nodes.ca().root(), nodes.ca().intermediate())),
            clock,
            (token, topic, at) -> took("APPLE", token));
    nodes.tell(
        Map.of(
            "KARTELA_APPLE_APNS_HOST", apns.host(),
            "KARTELA_APPLE_APNS_PORT", Integer.toString(apns.port())));
    try {
      nodes.start(3);
      this.owner = signedIn();
      channels();
      people(howMany);
    } catch (RuntimeException | Error | IOException e) {
      close();
      throw e;
    }
  }

  private static Trouble mood(long seed) {
    return new Trouble.Moody(seed, 3, Duration.ofMillis(300), 2, 2);
  }

  private static <F extends FakeMessenger> F moody(F fake, long seed) {
    fake.trouble(mood(seed));
    return fake;
  }

  private void took(String way, String address) {
    accepted.incrementAndGet();
    taken.computeIfAbsent(way + " " + address, _ -> new AtomicInteger()).incrementAndGet();
  }

  ChaosNodes nodes() {
    return nodes;
  }

  /** Words that stand-ins took so far. */
  long accepted() {
    return accepted.get();
  }

  private Api signedIn() throws IOException, InterruptedException {
    return nodes.api().signedIn(DemoShop.OWNER, nodes.demo("password"));
  }

  private void channels() {
    channel("MAX", "MAX", Map.of("bot", "shop_bot"));
    channel("TELEGRAM", "TELEGRAM", Map.of("bot", "shop_bot"));
    channel("VK", "VK", Map.of("group", Long.toString(GROUP)));
    channel(
        "MAIL",
        "SMTP",
        Map.of(
            "host", "mail.example.com", "port", "465", "security", "TLS", "from", "a@example.com"));
    channel("SMS", "SMSC", Map.of("login", LOGIN));
    owner.put("/api/v1/message-rules", new HashMap<>()).expectStatus(204);
  }

  private void channel(String kind, String vendor, Map<String, String> settings) {
    owner
        .put(
            "/api/v1/channels/" + kind,
            Map.of(
                "vendor",
                vendor,
                "secret",
                TOKEN,
                "settings",
                settings,
                "marketing",
                true,
                "price",
                kind.equals("SMS") ? 499 : 0,
                "perMinute",
                60_000))
        .expect(200);
  }

  /** As many members, each with the way that its number says, and a phone. */
  private void people(int howMany) throws IOException, InterruptedException {
    String first =
        nodes
            .api()
            .key(nodes.demo("register-key"))
            .post(
                "/api/v1/members",
                Map.of(
                    "phone", "+79160000001",
                    "name", "Анна",
                    "consentTerms", true,
                    "consentData", true,
                    "consentMessages", true))
            .expect(201)
            .path("memberId")
            .asString();
    copies("member", first, howMany);
    copies("member_standing", first, howMany);
    String each =
        " FROM generate_series(1, "
            + howMany
            + ") g, (SELECT merchant_id FROM kartela.member WHERE member_id = "
            + first
            + ") m ";
    execute(
        "INSERT INTO kartela.member_address (merchant_id, member_id, kind, address, state, why, at)"
            + " SELECT merchant_id, 8000000000 + g, (ARRAY['MAX', 'TELEGRAM', 'VK'])[g % 6],"
            + " (1000000 + g)::text, 'ALIVE', 'CHAT', now()"
            + each
            + "WHERE g % 6 IN (1, 2, 3)");
    execute(
        "UPDATE kartela.member SET email = member_id || '@example.com' WHERE member_id > 8000000000"
            + " AND member_id % 6 = "
            + (8_000_000_000L + 4) % 6);
    execute(
        "INSERT INTO kartela.pass (merchant_id, serial, member_id, token, auth_token, modified_at,"
            + " created_at) SELECT merchant_id, 'x-' || g, 8000000000 + g, 't-' || g, 'a',"
            + " date_trunc('second', now()), now()"
            + each
            + "WHERE g % 6 = 0");
    execute(
        "INSERT INTO kartela.apple_device (merchant_id, device_id, push_token, token_at) SELECT"
            + " merchant_id, 'd-' || g, lpad(to_hex(g), 64, '0'), now()"
            + each
            + "WHERE g % 6 = 0");
    execute(
        "INSERT INTO kartela.apple_registration (merchant_id, device_id, serial, registered_at)"
            + " SELECT merchant_id, 'd-' || g, 'x-' || g, now()"
            + each
            + "WHERE g % 6 = 0");
    execute("ANALYZE");
    for (int g = 1; g <= howMany; g++) {
      String user = Integer.toString(1_000_000 + g);
      // One of ten has left; the next rung is the phone.
      FakeMessenger.State state =
          g % 60 < 6 ? FakeMessenger.State.BLOCKED : FakeMessenger.State.OPEN;
      switch (g % 6) {
        case 1 -> max.silently(user, state);
        case 2 -> telegram.silently(user, state);
        case 3 -> vk.silently(user, state);
        case 4 -> {
          if (g % 60 < 6) {
            mail.mailbox((8_000_000_000L + g) + "@example.com", FakeSmtp.Mailbox.DEAD);
          }
        }
        case 5 -> {
          if (g % 60 < 6) {
            sms.line(phone(g), FakeSms.Line.DEAD);
          }
        }
        default -> {
          if (g % 60 < 6) {
            apns.answer(
                "%064x".formatted(g),
                new FakeApns.Answer.Unregistered(Instant.now().plusSeconds(60)));
          }
        }
      }
    }
  }

  private static String phone(int g) {
    return PHONE + "%07d".formatted(g);
  }

  private void copies(String table, String like, int howMany) {
    String columns =
        text(
            "SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE table_schema"
                + " = 'kartela' AND is_generated = 'NEVER' AND table_name = '"
                + table
                + "'");
    String copied =
        columns
            .replaceAll("\\bmember_id\\b", "8000000000 + g")
            .replaceAll("\\bphone\\b", "'" + PHONE + "' || lpad(g::text, 7, '0')");
    execute(
        "INSERT INTO kartela.%1$s (%2$s) SELECT %3$s FROM kartela.%1$s, generate_series(1, %4$d) g WHERE member_id = %5$s"
            .formatted(table, columns, copied, howMany, like));
  }

  void begin() {
    JsonNode started =
        owner
            .once(UUID.randomUUID().toString())
            .post(
                "/api/v1/campaigns",
                Map.of(
                    "name", "Everybody",
                    "text", "Привет, {имя|друг}!",
                    "subject", "Привет",
                    "ways", List.of("MAX", "TELEGRAM", "VK", "MAIL", "SMS")))
            .expect(201);
    campaign = started.path("id").asString();
    recipients = started.path("total").asInt();
  }

  int recipients() {
    return recipients;
  }

  /** Pauses or goes on, at whichever node answers. */
  void state(String state) throws IOException, InterruptedException {
    owner = signedIn();
    owner.put("/api/v1/campaigns/" + campaign + "/state", Map.of("state", state)).expect(200);
  }

  boolean done() {
    return text("SELECT state FROM kartela.campaign WHERE campaign_id = " + campaign)
        .equals("DONE");
  }

  int verdicts() {
    return Integer.parseInt(
        text(
            "SELECT count(outcome) FROM kartela.campaign_recipient WHERE campaign_id = "
                + campaign));
  }

  /** What is still under way, for whoever waits in vain. */
  String left() {
    return text(
        """
        SELECT string_agg(place || ' ' || state || ' ' || n, ', ') FROM (
            SELECT kind AS place, state, count(*) n FROM kartela.dispatch GROUP BY 1, 2
            UNION ALL SELECT 'outbox', kind, count(*) FROM kartela.outbox GROUP BY 2
            UNION ALL SELECT 'dead letter', reason, count(*) FROM kartela.dead_letter GROUP BY 2
            UNION ALL SELECT 'chunk', 'done ' || done, count(*) FROM kartela.campaign_chunk GROUP BY 2
            UNION ALL SELECT 'campaign', state, total FROM kartela.campaign
            UNION ALL SELECT 'recipient', coalesce(outcome, 'NONE'), count(*) FROM kartela.campaign_recipient GROUP BY 2
        ) d\
        """);
  }

  Result result() throws IOException, InterruptedException {
    owner = signedIn();
    JsonNode told = owner.get("/api/v1/campaigns/" + campaign).expect(200);
    int twice = taken.values().stream().mapToInt(n -> n.get() - 1).sum();
    return new Result(
        recipients,
        verdicts(),
        told.path("delivered").asInt(),
        told.path("failed").asInt(),
        told.path("skipped").asInt(),
        twice,
        Integer.parseInt(
            text(
                "SELECT count(*) FROM kartela.campaign_recipient WHERE reason = 'UNKNOWN' AND"
                    + " campaign_id = "
                    + campaign)));
  }

  /** Words taken again, by way. */
  Map<String, Integer> twice() {
    Map<String, Integer> twice = new java.util.TreeMap<>();
    taken.forEach(
        (key, n) -> {
          if (n.get() > 1) {
            twice.merge(key.substring(0, key.indexOf(' ')), n.get() - 1, Integer::sum);
          }
        });
    return twice;
  }

  String text(String sql) {
    try (Connection c = nodes.database().admin().getConnection();
        Statement s = c.createStatement();
        var r = s.executeQuery(sql)) {
      r.next();
      return r.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private void execute(String sql) {
    try (Connection c = nodes.database().admin().getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws IOException {
    nodes.close();
    apns.close();
    mail.close();
    sms.close();
    vk.close();
    telegram.close();
    max.close();
  }
}
