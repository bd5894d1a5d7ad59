package io.kartela.service.bench;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.SegmentFeature;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Members with names, phones, sums and balances of their own, in a running service's database. */
final class Crowd implements AutoCloseable {
  private static final String NAME =
      """
      (array['Анна','Мария','Елена','Ольга','Наталья','Алёна','Пётр','Иван','Сергей','Дмитрий','Алексей','Артём',
          'Фёдор','Яна','Юлия','Кирилл','Виктория','Тимофей','Александра','Lena','John','Зульфия','Эльдар'])[1 + g % 23]
      || ' ' ||
      (array['Иванов','Смирнов','Кузнецов','Попов','Васильев','Петров','Соколов','Михайлов','Новиков','Фёдоров','Щукин',
          'Морозов','Волков','Алексеев','Лебедев','Семёнов','Егоров','Павлов','Козлов','Степанов','Орлов','Королёв',
          'Соловьёв','Ильин','Поляков','Ковалёв','Белов','Тарасов'])[1 + g / 23 % 28]
      || ' ' || translate(g::text, '0123456789', 'абвгдежзик')\
      """;

  private final Seed seed;

  Crowd(Path folder) {
    this.seed = new Seed(folder);
  }

  /** So many members of a merchant, whose numbers begin there. */
  void join(long merchant, int count, long first) throws SQLException {
    join(merchant, count, first, s -> figures(s, merchant, count, first));
  }

  /** What members of so many have bought and hold. */
  @FunctionalInterface
  interface Past {
    void in(Statement s) throws SQLException;
  }

  /** The same with another past, in which everybody gets a standing. */
  void join(long merchant, int count, long first, Past past) throws SQLException {
    try (Statement s = seed.connect().createStatement()) {
      String index = one(s, "SELECT pg_get_indexdef('kartela.member_list_grams'::regclass)");
      // An index of words is made at once more quickly than row by row.
      s.execute("SET maintenance_work_mem = '512MB'");
      s.execute("DROP INDEX kartela.member_list_grams");
      s.execute(
          """
          INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status, consent_messages, created_at)
          SELECT %d, %d + g, '+79' || lpad(((g::bigint * 7919 + 13) %% 1000000000)::text, 9, '0'), %s, 'ru', 'ACTIVE',
              true, '2024-01-01'::timestamptz + g * interval '50 seconds'
          FROM generate_series(1, %d) g
          """
              .formatted(merchant, first, NAME, count));
      String all =
          "FROM kartela.member WHERE merchant_id = " + merchant + " AND member_id > " + first;
      s.execute(
          "INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at) SELECT"
              + " merchant_id, '6' || lpad(member_id::text, 19, '0'), member_id, 'WALLET',"
              + " 'ACTIVE', created_at "
              + all);
      past.in(s);
      s.execute(index);
      s.execute("VACUUM ANALYZE");
      s.execute("CHECKPOINT");
    }
  }

  private static void figures(Statement s, long merchant, int count, long first)
      throws SQLException {
    String all =
        "FROM kartela.member WHERE merchant_id = " + merchant + " AND member_id > " + first;
    // The dearest tier is the oldest members': they stand at the end of the newest first.
    s.execute(
        """
        INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since, purchases, spent_total, largest,
            first_purchase_at, last_purchase_at, tier_floor, recomputed_on)
        SELECT merchant_id, member_id, CASE WHEN member_id - %2$d < %3$d / 50 THEN 'gold'
                WHEN member_id %% 6 = 0 THEN 'silver' ELSE 'bronze' END,
            created_at, 3, member_id * 7907 %% 9000000, 1000, created_at,
            created_at + member_id %% 400 * interval '1 day', 'bronze', date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month'
        %1$s
        """
            .formatted(all, first, count));
    s.execute(
        "INSERT INTO ledger.account (merchant_id, account_id, balance) SELECT merchant_id,"
            + " member_id, member_id * 104729 % 500000 "
            + all
            + " AND member_id % 20 <> 0");
    s.execute(
        "INSERT INTO kartela.member_day (merchant_id, member_id, day, amount, receipts, largest)"
            + " SELECT merchant_id, member_id, current_date - (k * 30 + member_id % 30)::int,"
            + " 50000, 1, 50000 FROM (SELECT * "
            + all
            + ") m, generate_series(0, 2) k");
  }

  /** The sort key and the number of the member so far down in an order. */
  String[] place(String sort, long merchant, int offset) throws SQLException {
    String key =
        switch (sort) {
          case "created" -> "l.created_at";
          case "name" -> "l.name_key";
          case "balance" -> "coalesce(a.balance, 0)";
          case "spent" -> "s.spent_total";
          default -> "coalesce(s.last_purchase_at, '-infinity')";
        };
    String direction = sort.equals("name") ? "" : " DESC";
    String row =
        "FROM kartela.member_list l JOIN kartela.member_standing s USING (merchant_id, member_id)"
            + " LEFT JOIN ledger.account a ON a.merchant_id = l.merchant_id AND a.account_id ="
            + " l.member_id WHERE l.merchant_id = %d ORDER BY %s%s, l.member_id%s OFFSET %d LIMIT 1"
                .formatted(merchant, key, direction, direction, offset);
    try (Statement s = seed.connect().createStatement();
        ResultSet r = s.executeQuery("SELECT %s::text, l.member_id::text ".formatted(key) + row)) {
      r.next();
      return new String[] {r.getString(1), r.getString(2)};
    }
  }

  /** So many wait for the month's recomputation, nobody else. */
  void due(long merchant, int count) throws SQLException {
    try (Statement s = seed.connect().createStatement()) {
      s.execute(
          "UPDATE kartela.member_standing SET recomputed_on = now() + interval '40 days' WHERE"
              + " merchant_id = "
              + merchant
              + " AND (recomputed_on IS NULL OR recomputed_on < now() + interval '20 days')");
      s.execute(
          "UPDATE kartela.member_standing SET recomputed_on = '2025-01-01' WHERE (merchant_id,"
              + " member_id) IN (SELECT merchant_id, member_id FROM kartela.member_standing WHERE"
              + " merchant_id = %d ORDER BY member_id DESC LIMIT %d)".formatted(merchant, count));
      s.execute("VACUUM ANALYZE kartela.member_standing");
      s.execute("CHECKPOINT");
    }
  }

  /** What the job does for a merchant; how long it took. */
  double recompute(long merchant, Instant now) throws IOException, SQLException {
    InstantSource clock = InstantSource.fixed(now);
    try (Database database =
            Database.open(seed.url(), "kartela_service", seed.secret("service.password"), 2);
        Jpa jpa = new Jpa(database, List.of(Merchants.ENTITY))) {
      TierRecompute job =
          new TierRecompute(
              database, new Programs(database, clock), new Merchants(database, jpa, clock));
      job.runFor(merchant, 0, now); // nobody's: connections are open, classes loaded
      long from = System.nanoTime();
      job.run(merchant, now);
      return (System.nanoTime() - from) / 1e6;
    }
  }

  /** Says how the members of a condition are found. */
  void explain(long merchant, String condition) throws IOException, SQLException {
    InstantSource clock = InstantSource.system();
    try (Database database =
            Database.open(seed.url(), "kartela_service", seed.secret("service.password"), 2);
        Jpa jpa = new Jpa(database, List.of(Merchants.ENTITY))) {
      Audience audience =
          SegmentFeature.audiences(
                  new Programs(database, clock),
                  new Stores(jpa, new Ids(database), clock),
                  new Merchants(database, jpa, clock),
                  clock)
              .of(merchant, Audiences.kept(condition));
      boolean _ =
          database.inTenant(
              merchant,
              c -> {
                Audiences.asBig(c);
                try (PreparedStatement s =
                    c.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + audience.sql())) {
                  int _ = audience.bind(s, 0);
                  try (ResultSet r = s.executeQuery()) {
                    while (r.next()) {
                      System.out.println("    " + r.getString(1));
                    }
                  }
                }
                return true;
              });
    }
  }

  private static String one(Statement s, String sql) throws SQLException {
    try (ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    seed.close();
  }
}
