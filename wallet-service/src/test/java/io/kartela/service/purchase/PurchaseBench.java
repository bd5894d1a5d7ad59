package io.kartela.service.purchase;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.rules.ProgramJson;
import io.kartela.service.bench.KeptConnection;
import io.kartela.service.bench.RunningService;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.embedded.EmbeddedPostgres;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.outbox.Wake;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.certificate.CertificateFeature;
import io.kartela.service.promo.code.CodeFeature;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Receipts committed per second through the service's own purchase path, beside pgbench doing the
 * same reads and writes on the same PostgreSQL, both durable; and once more through HTTP, the
 * service being a process of its own. {@code ./bench purchase [members] [seconds] [threads]}.
 *
 * <p>The peer sends one statement at a time, prepared, as an ordinary service would; the path under
 * test needs two round trips.
 */
public final class PurchaseBench {
  private static final long MERCHANT = 1;
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final String PROGRAM =
      """
      {"name": {"ru": "Б", "en": "B"}, "kind": "BONUS",
       "tiers": [{"id": "bronze", "name": {"ru": "Б", "en": "B"}, "rank": 1, "earnBp": 300, "maxSpendBp": 3000}],
       "rules": [{"id": "base", "name": {"ru": "Б", "en": "B"}, "then": {"type": "earnByTier"}}]}
      """;

  private final Path folder;
  private final EmbeddedPostgres server;
  private final Database database;
  private final Purchases purchases;
  private final RegisterPrincipal register =
      new RegisterPrincipal(MERCHANT, 1, "R", 1, "S", MOSCOW);
  private final int members;

  private PurchaseBench(Path folder, int members) throws SQLException {
    this.folder = folder;
    this.members = members;
    this.server = EmbeddedPostgres.start(folder);
    Database.migrate(
        Database.dataSource(server.jdbcUrl(), server.user(), server.password()),
        server.serviceUser());
    this.database =
        Database.open(server.jdbcUrl(), server.serviceUser(), server.servicePassword(), 32);
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    Jpa jpa = new Jpa(database, List.of(Merchants.ENTITY));
    Merchants merchants = new Merchants(database, jpa, clock);
    Programs programs = new Programs(database, clock);
    merchants.create(
        new Merchant(
            MERCHANT,
            "bench",
            LocalText.same("Bench"),
            LocalText.same(""),
            MOSCOW,
            Lang.RU,
            "#000000"));
    programs.publish(MERCHANT, ProgramJson.parse(PROGRAM).program(), "bench");
    seed();
    Audit audit = new Audit(new Ids(database), clock);
    House house =
        new House(database, new Ids(database), clock, URI.create("http://localhost"), new Wake());
    this.purchases =
        new Purchases(
            house,
            programs,
            merchants,
            new TillRules(database, audit, clock),
            new io.kartela.service.shop.goods.GoodsCatalogue(house, audit),
            vouchers(house));
  }

  private static Vouchers vouchers(House house) {
    CodeFeature codes =
        new CodeFeature(house, new Vault(MasterKey.of(MasterKey.generate()), List.of()));
    return new Vouchers(
        codes.tills((c, merchant, segment, member) -> false),
        new CertificateFeature(house, codes.secrets()).certificates());
  }

  public static void main(String[] args) throws Exception {
    int members = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 15;
    int threads = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    Path folder = Files.createTempDirectory("kartela-bench");
    PurchaseBench bench = new PurchaseBench(folder.resolve("postgres"), members);
    try {
      System.out.printf(
          Locale.ROOT, "%,d members, %d threads, %d s each, fsync on%n", members, threads, seconds);
      bench.run("warm-up", threads, 30, bench::commit);
      double ours = bench.run("purchase path", threads, seconds, bench::commit);
      double peer = bench.pgbench(threads, seconds);
      double again = bench.run("purchase path", threads, seconds, bench::commit);
      double peerAgain = bench.pgbench(threads, seconds);
      ratio("purchase path", (ours + again) / 2, (peer + peerAgain) / 2, 0.70);
      ratio("through HTTP", bench.overHttp(folder, threads, seconds), (peer + peerAgain) / 2, 0.45);
    } finally {
      bench.database.close();
      bench.server.close();
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    }
  }

  private static void ratio(String what, double ours, double peer, double wanted) {
    System.out.printf(
        Locale.ROOT,
        "%s %,.0f receipts/s, pgbench %,.0f/s, ratio %.2f (wanted: at least %.2f)%n",
        what,
        ours,
        peer,
        ours / peer,
        wanted);
  }

  /** The same receipts through a service that is a process of its own, on the same PostgreSQL. */
  private double overHttp(Path folder, int threads, int seconds) throws Exception {
    String secret = "bench-secret-of-the-register-00";
    try (Connection c = owner();
        Statement s = c.createStatement()) {
      s.execute("TRUNCATE kartela.outbox");
      s.execute("UPDATE kartela.scan SET at = now()"); // every card was read a moment ago
      s.execute("INSERT INTO kartela.store VALUES (1, 1, 'S', 'Europe/Moscow')");
      s.execute(
          "INSERT INTO kartela.register (merchant_id, register_id, store_id, name, key_hash) VALUES"
              + " (1, 1, 1, 'R', sha256('"
              + secret
              + "'))");
    }
    Path data = RunningService.folderWithCa(folder.resolve("service"));
    DevelopmentCa ca = DevelopmentCa.openOrCreate(data.resolve("certs"), Instant.now());
    Map<String, String> settings =
        Map.of(
            "KARTELA_DATABASE_URL",
            server.jdbcUrl(),
            "KARTELA_DATABASE_USER",
            server.serviceUser(),
            "KARTELA_DATABASE_PASSWORD",
            server.servicePassword(),
            "KARTELA_DATABASE_MIGRATION_USER",
            server.user(),
            "KARTELA_DATABASE_MIGRATION_PASSWORD",
            server.password());
    ConcurrentLinkedQueue<KeptConnection> connections = new ConcurrentLinkedQueue<>();
    try (RunningService service = new RunningService(data, ca, 512, settings)) {
      String _ = service.registerKey(); // waits for the end of the demo shop's past
      for (int t = 0; t < threads; t++) {
        connections.add(new KeptConnection(service.url(), "krt_1_1_" + secret));
      }
      Runnable post =
          () -> {
            KeptConnection connection = Objects.requireNonNull(connections.poll());
            try {
              KeptConnection.Answer answer =
                  connection.post("/api/v1/receipts", key(), json(member()));
              if (answer.status() != 201) {
                throw new IllegalStateException(answer.toString());
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            } finally {
              connections.add(connection);
            }
          };
      run("warm-up through HTTP", threads, 30, post);
      return run("through HTTP", threads, seconds, post);
    } finally {
      for (KeptConnection connection : connections) {
        connection.close();
      }
    }
  }

  private static String json(long member) {
    return """
    {"memberId": "%d", "number": "N", "lines": [
     {"lineNo": 1, "sku": "SKU1", "name": "Item 1", "categories": ["coffee"], "quantity": "1", "amount": 30000},
     {"lineNo": 2, "sku": "SKU2", "name": "Item 2", "categories": ["coffee"], "quantity": "1", "amount": 22000},
     {"lineNo": 3, "sku": "SKU3", "name": "Item 3", "categories": ["coffee"], "quantity": "1", "amount": 35000}],
     "spend": {"mode": "AMOUNT", "amount": 5000}}
    """
        .formatted(member);
  }

  private Connection owner() throws SQLException {
    return Database.dataSource(server.jdbcUrl(), server.user(), server.password()).getConnection();
  }

  private void seed() throws SQLException {
    String all =
        """
        INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status, consent_messages, created_at)
          SELECT 1, i, '+7' || (9000000000 + i), 'Member ' || i, 'ru', 'ACTIVE', true, now() FROM generate_series(1, %1$d) i;
        INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since)
          SELECT 1, i, 'bronze', now() FROM generate_series(1, %1$d) i;
        INSERT INTO ledger.account (merchant_id, account_id, balance, version, last_seq, last_lot)
          SELECT 1, i, 100000000000, 1, 1, 1 FROM generate_series(1, %1$d) i;
        INSERT INTO ledger.lot (merchant_id, account_id, lot_id, kind, status, amount, remaining, earned_at, active_from, expires_at)
          SELECT 1, i, 1, 'GIFT', 'ACTIVE', 100000000000, 100000000000, '2020-01-01', '2020-01-01', 'infinity' FROM generate_series(1, %1$d) i;
        INSERT INTO ledger.entry (merchant_id, account_id, seq, op, delta, pending_delta, debt_delta, balance_after, event_at)
          SELECT 1, i, 1, 'GIFT', 100000000000, 0, 0, 100000000000, '2020-01-01' FROM generate_series(1, %1$d) i;
        INSERT INTO ledger.lot_move (merchant_id, account_id, seq, lot_id, delta)
          SELECT 1, i, 1, 1, 100000000000 FROM generate_series(1, %1$d) i;
        INSERT INTO kartela.scan (merchant_id, scan_id, at, register_id, medium, outcome, member_id, tail, repairs, presence)
          SELECT 1, i, now(), 1, 'CODE', 'FOUND', i, '', '{}', 'CARD' FROM generate_series(1, %1$d) i;
        """
            .formatted(members);
    try (Connection c = owner();
        Statement s = c.createStatement()) {
      s.execute(all);
      s.execute("VACUUM ANALYZE");
    }
  }

  private double run(String what, int threads, int seconds, Runnable task)
      throws InterruptedException, IOException {
    double[] cpu = cpu();
    AtomicLong done = new AtomicLong();
    List<Long> micros = Collections.synchronizedList(new ArrayList<>());
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long start = System.nanoTime();
    List<Thread> all = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      all.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    List<Long> own = new ArrayList<>();
                    while (System.nanoTime() < end) {
                      long from = System.nanoTime();
                      task.run();
                      own.add((System.nanoTime() - from) / 1000);
                      done.incrementAndGet();
                    }
                    micros.addAll(own);
                  }));
    }
    for (Thread t : all) {
      t.join();
    }
    long[] sorted = micros.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    double rate = done.get() / ((System.nanoTime() - start) / 1e9);
    System.out.printf(
        Locale.ROOT,
        "  %s: %,.0f/s, p50 %.2f ms, p99 %.2f ms; processor time per receipt: this process %.2f ms,"
            + " PostgreSQL %.2f ms%n",
        what,
        rate,
        sorted[sorted.length / 2] / 1000.0,
        sorted[(int) (sorted.length * 0.99)] / 1000.0,
        (cpu()[0] - cpu[0]) * 1000 / done.get(),
        (cpu()[1] - cpu[1]) * 1000 / done.get());
    return rate;
  }

  /** Seconds of processor time so far: this process, PostgreSQL. */
  private double[] cpu() throws IOException {
    return new double[] {
      ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0,
      RunningService.postgresSeconds(folder)
    };
  }

  private long member() {
    return ThreadLocalRandom.current().nextLong(1, members + 1L);
  }

  private static String key() {
    return Long.toHexString(ThreadLocalRandom.current().nextLong());
  }

  private void commit() {
    ReceiptRequest request =
        new ReceiptRequest(
            Long.toString(member()),
            "N",
            null,
            List.of(line(1, 30_000), line(2, 22_000), line(3, 35_000)),
            new ReceiptRequest.SpendRequest(ReceiptRequest.SpendRequest.Mode.AMOUNT, 5_000L),
            null,
            null,
            null,
            null,
            null);
    Purchases.Committed _ =
        purchases.commit(
            register,
            request.check(register, Instant.now(), Lang.RU),
            new SpendGuard.Consent.Wanted(Instant.now()),
            key(),
            "0".repeat(64));
  }

  private static ReceiptRequest.LineRequest line(int no, long amount) {
    return new ReceiptRequest.LineRequest(
        no, "SKU" + no, "Item " + no, List.of("coffee"), "1", amount, null, null);
  }

  private double pgbench(int threads, int seconds)
      throws IOException, InterruptedException, SQLException {
    Path script = folder.resolve("pgbench.sql");
    Files.writeString(script, script(), StandardCharsets.UTF_8);
    Matcher address = Pattern.compile("//([^:/]+):(\\d+)/(\\w+)").matcher(server.jdbcUrl());
    if (!address.find()) {
      throw new IllegalStateException(server.jdbcUrl());
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            "pgbench",
            "-n",
            "-M",
            "prepared",
            "-c",
            Integer.toString(threads),
            "-j",
            "2",
            "-T",
            Integer.toString(seconds),
            "-D",
            "members=" + members,
            "-f",
            script.toString(),
            "-h",
            address.group(1),
            "-p",
            address.group(2),
            "-U",
            server.serviceUser(),
            address.group(3));
    Map<String, String> env = builder.environment();
    env.put("PGPASSWORD", server.servicePassword());
    env.put("PGOPTIONS", "-c role=kartela_app");
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    Matcher tps = Pattern.compile("tps = ([0-9.]+)").matcher(output);
    if (!tps.find()) {
      throw new IllegalStateException(output);
    }
    System.out.printf(Locale.ROOT, "  pgbench: %,.0f/s%n", Double.parseDouble(tps.group(1)));
    return Double.parseDouble(tps.group(1));
  }

  /**
   * The same rows read and written, one statement at a time, with a real receipt's document and
   * answer.
   */
  private String script() throws SQLException {
    try (Connection c = owner();
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT document::text, (SELECT response FROM ledger.operation LIMIT 1) FROM"
                    + " kartela.receipt LIMIT 1")) {
      r.next();
      return SCRIPT
          .replace("@document@", literal(r.getString(1)))
          .replace("@response@", literal(r.getString(2)));
    }
  }

  /** pgbench takes a colon before a letter for a variable, even within quotes. */
  private static String literal(String text) {
    return text.replace("'", "''").replace(":", ": ");
  }

  private static final String SCRIPT =
      """
      \\set m random(1, :members)
      \\set k random(1, 9000000000000000000)
      \\set r random(1000000000, 9000000000000000000)
      BEGIN;
      SELECT set_config('kartela.merchant', '1', true);
      SELECT balance, version, last_seq + 1 AS seq, last_lot + 1 AS lot FROM ledger.account WHERE merchant_id = 1 AND account_id = :m FOR UPDATE \\gset
      SELECT lot_id, remaining, held, earned_at, active_from, expires_at FROM ledger.lot WHERE merchant_id = 1 AND account_id = :m AND status = 'ACTIVE' ORDER BY expires_at, earned_at, lot_id LIMIT 1;
      SELECT body_hash, response FROM ledger.operation WHERE merchant_id = 1 AND operation_key = 'p' || :k;
      SELECT m.name, m.phone, m.locale, m.status, m.birth_date, s.tier, s.purchases, s.spent_total FROM kartela.member m JOIN kartela.member_standing s USING (merchant_id, member_id) WHERE m.merchant_id = 1 AND m.member_id = :m;
      INSERT INTO ledger.entry (merchant_id, account_id, seq, op, delta, pending_delta, debt_delta, balance_after, event_at) VALUES (1, :m, :seq, 'REDEEM', -5000, 0, 0, :balance::bigint - 5000, now()), (1, :m, :seq + 1, 'ACCRUE', 2400, 0, 0, :balance::bigint - 2600, now());
      INSERT INTO ledger.lot_move (merchant_id, account_id, seq, lot_id, delta) VALUES (1, :m, :seq, 1, -5000), (1, :m, :seq + 1, :lot, 2400);
      INSERT INTO ledger.lot (merchant_id, account_id, lot_id, kind, status, amount, remaining, earned_at, active_from, expires_at) VALUES (1, :m, :lot, 'ACCRUAL', 'ACTIVE', 2400, 2400, now(), now(), 'infinity');
      UPDATE ledger.lot SET remaining = remaining - 5000 WHERE merchant_id = 1 AND account_id = :m AND lot_id = 1;
      UPDATE ledger.account SET balance = balance - 2600, version = version + 1, last_seq = :seq + 1, last_lot = :lot WHERE merchant_id = 1 AND account_id = :m;
      INSERT INTO ledger.operation (merchant_id, operation_key, body_hash, response) VALUES (1, 'p' || :k, repeat('0', 64), '@response@');
      INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, member_id, number, at, recorded_at, gross, discount, spent, net, earned, counted, program_number, redemption_seq, accrual_lot, document) VALUES (1, :r, 1, 1, :m, 'N', now(), now(), 87000, 0, 5000, 82000, 2400, 82000, 1, :seq, :lot, '@document@');
      UPDATE kartela.member_standing SET purchases = purchases + 1, spent_total = spent_total + 82000, last_purchase_at = now() WHERE merchant_id = 1 AND member_id = :m;
      INSERT INTO kartela.member_day AS d (merchant_id, member_id, day, amount, receipts, largest) VALUES (1, :m, current_date, 82000, 1, 82000) ON CONFLICT (merchant_id, member_id, day) DO UPDATE SET amount = d.amount + excluded.amount, receipts = d.receipts + 1, largest = greatest(d.largest, excluded.largest);
      INSERT INTO kartela.outbox (merchant_id, kind, member_id) VALUES (1, 'PASS_CHANGED', :m);
      COMMIT;
      """;
}
