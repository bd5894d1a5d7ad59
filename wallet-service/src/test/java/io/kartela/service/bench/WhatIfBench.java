package io.kartela.service.bench;

import io.kartela.rules.Basket;
import io.kartela.rules.Facts;
import io.kartela.rules.Line;
import io.kartela.rules.Prepared;
import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Receipt;
import io.kartela.rules.ReceiptJson;
import io.kartela.rules.Rules;
import io.kartela.rules.Wish;
import io.kartela.service.program.Programs;
import io.kartela.service.program.whatif.ReplayRun;
import io.kartela.service.wallet.pass.TestHouse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A what-if over many receipts: {@code ./bench what-if [receipts] [threads]}, by default 1,000,000
 * on two. The 20-rule example program judged them, with its whole trace stored; members have 20
 * receipts each, written in the order of time, so that a member's receipts lie scattered over the
 * table. Prints seconds and receipts per second of the replay alone.
 */
public final class WhatIfBench {
  private static final long MERCHANT = 7;
  private static final int TEMPLATES = 2_000;
  private static final int EACH = 20;
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
  private static final String[] CATEGORIES = {
    "coffee", "croissant", "dessert", "pastry", "beans", "tobacco", "tea", "lunch"
  };

  private WhatIfBench() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws SQLException, IOException {
    int receipts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    String document = example();
    Program program = ProgramJson.parse(document).program();
    try (TestHouse house = new TestHouse()) {
      Programs programs = new Programs(house.database(), () -> FROM);
      programs.publish(MERCHANT, program, "bench");
      long begun = System.nanoTime();
      long postmaster = postmaster(house);
      generate(house, program, receipts);
      System.out.printf(Locale.ROOT, "%,d receipts written in %.0f s%n", receipts, seconds(begun));
      String draft =
          document
              .replace("\"rank\": 2, \"earnBp\": 500", "\"rank\": 2, \"earnBp\": 700")
              .replace("\"factorPercent\": 200", "\"factorPercent\": 300");
      for (int round = 1; round <= 2; round++) {
        long start = System.nanoTime();
        double cpu = cpuSeconds(postmaster);
        ReplayRun.Done done =
            ReplayRun.run(house.database(), programs, MERCHANT, draft, FROM, TO, threads);
        double spent = seconds(start);
        System.out.printf(
            Locale.ROOT,
            "what-if %d: %,d receipts in %.1f s on %d threads = %,.0f receipts/s; CPU of service"
                + " and PostgreSQL %.1f s (%,d change, cost %,d -> %,d)%n",
            round,
            done.receipts(),
            spent,
            threads,
            done.receipts() / spent,
            cpuSeconds(postmaster) - cpu,
            done.changed(),
            done.costBefore(),
            done.costAfter());
      }
    }
  }

  /**
   * Of this process and of PostgreSQL; says what a busy machine's clock cannot. PostgreSQL's
   * background processes count, backends that have ended do not.
   */
  private static double cpuSeconds(long postmaster) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(ProcessHandle.current()),
            ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::children))
        .mapToDouble(p -> p.info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(0.0))
        .sum();
  }

  private static long postmaster(TestHouse house) throws SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement();
        var r = s.executeQuery("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)")) {
      r.next();
      return Long.parseLong(r.getString(1).strip());
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static String example() throws IOException {
    try (InputStream in =
        ProgramJson.class.getResourceAsStream("/io/kartela/rules/examples/coffee-shop.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void generate(TestHouse house, Program program, int receipts) throws SQLException {
    try (Connection c = house.owner().getConnection()) {
      c.setAutoCommit(false);
      try (Statement s = c.createStatement()) {
        s.execute("SET LOCAL max_parallel_workers_per_gather = 0");
        s.execute(
            "CREATE TEMP TABLE template (n int PRIMARY KEY, gross bigint, discount bigint, spent"
                + " bigint, net bigint, earned bigint, head text, tail text) ON COMMIT DROP");
      }
      templates(c, program);
      insert(c, receipts);
      c.commit();
      c.setAutoCommit(true);
      try (Statement s = c.createStatement()) {
        s.execute("VACUUM (ANALYZE) kartela.receipt");
        s.execute("ANALYZE kartela.member_standing");
      }
    }
  }

  private static void templates(Connection c, Program program) throws SQLException {
    Prepared plan = Rules.prepare(program);
    Random random = new Random(7);
    try (PreparedStatement p =
        c.prepareStatement("INSERT INTO template VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < TEMPLATES; i++) {
        Basket basket = basket(random);
        Facts facts = facts(random);
        Instant at = Instant.parse("2026-06-15T06:00:00Z").plusSeconds(i * 397L % 604_800);
        Wish wish = random.nextInt(4) == 0 ? Wish.MAX : Wish.NONE;
        var e = plan.evaluate(basket, facts, wish, at, ZONE).get();
        String receipt = ReceiptJson.compact(new Receipt(basket, facts, at, ZONE, e));
        String mark = "\"at\":\"" + at + "\"";
        int cut = receipt.indexOf(mark);
        p.setInt(1, i);
        p.setLong(2, e.gross());
        p.setLong(3, e.discount());
        p.setLong(4, e.bonusPaid());
        p.setLong(5, e.money());
        p.setLong(6, e.earned());
        p.setString(7, "{\"names\":{},\"receipt\":" + receipt.substring(0, cut) + "\"at\":\"");
        p.setString(8, "\"" + receipt.substring(cut + mark.length()) + "}");
        p.addBatch();
      }
      p.executeBatch();
    }
  }

  private static void insert(Connection c, int receipts) throws SQLException {
    int members = Math.max(1, receipts / EACH);
    long step = java.time.Duration.between(FROM, TO).toMillis() / receipts;
    try (PreparedStatement p =
        c.prepareStatement(
            """
            INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since)
            SELECT ?, 1000 + m, 'regular', now() FROM generate_series(0, ?) m
            """)) {
      p.setLong(1, MERCHANT);
      p.setInt(2, members - 1);
      p.executeUpdate();
    }
    try (PreparedStatement p =
        c.prepareStatement(
            """
            INSERT INTO kartela.receipt (merchant_id, receipt_id, register_id, store_id, member_id, at, recorded_at,
              gross, discount, spent, net, earned, counted, program_number, document)
            SELECT ?, g, 1, 1, 1000 + g %% ?, w.at, w.at, gross, discount, spent, net, earned, net, 1,
              (head || to_char(w.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || tail)::json
            FROM generate_series(0, ?) g
            CROSS JOIN LATERAL (SELECT ?::timestamptz + g * ? * interval '1 millisecond' AS at) w
            JOIN template t ON t.n = (g * 7919::bigint) %% ?
            """
                .replace("%%", "%"))) {
      p.setLong(1, MERCHANT);
      p.setInt(2, members);
      p.setInt(3, receipts - 1);
      p.setString(4, FROM.toString());
      p.setLong(5, step);
      p.setInt(6, TEMPLATES);
      p.executeUpdate();
    }
  }

  private static Basket basket(Random random) {
    List<Line> lines = new ArrayList<>();
    int n = 1 + random.nextInt(9);
    for (int i = 1; i <= n; i++) {
      String category = CATEGORIES[random.nextInt(CATEGORIES.length)];
      lines.add(
          Line.of(
              i,
              category + random.nextInt(20),
              Set.of(category),
              1000L * (1 + random.nextInt(3)),
              5_000 + random.nextInt(40_000)));
    }
    return Basket.of(lines).in(random.nextInt(4) == 0 ? "airport" : "centre");
  }

  private static Facts facts(Random random) {
    String[] tiers = {"newcomer", "regular", "vip"};
    long count = random.nextInt(50);
    Facts.Member m =
        Facts.Member.of(tiers[random.nextInt(3)], random.nextInt(500_000))
            .born(LocalDate.of(1990, 1 + random.nextInt(12), 1 + random.nextInt(28)), null)
            .bought(
                count,
                Instant.parse("2026-01-01T10:00:00Z"),
                Instant.parse("2026-06-10T10:00:00Z").plusSeconds(random.nextInt(400_000)));
    return Facts.of(m)
        .withPurchases(
            new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 3), random.nextInt(5_000_000), count)
        .withPurchases(
            new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 6), random.nextInt(5_000_000), count)
        .withPurchases(PurchaseWindow.ALL_TIME, random.nextInt(9_000_000), count)
        .withCounter("coffee", random.nextInt(6));
  }
}
