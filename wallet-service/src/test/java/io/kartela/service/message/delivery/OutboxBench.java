package io.kartela.service.message.delivery;

import io.kartela.service.wallet.pass.TestHouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * How a worker claims from an outbox in which very much waits: {@code ./bench outbox [rows]}. A
 * tenth is due, a half waits for its time, the rest is another lane's; of a thousand merchants. The
 * plans stand in docs/adr/0006.
 */
public final class OutboxBench {
  private static final int BATCH = 200;
  private static final int CLAIMS = 200;

  private OutboxBench() {}

  public static void main(String[] args) throws SQLException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (TestHouse house = new TestHouse()) {
      fill(house, rows);
      explain(house, "a batch", OutboxClaims.PASS_CHANGED);
      explain(house, "nothing due", OutboxClaims.GOOGLE_NEWS);
      claim(house);
    }
  }

  private static void fill(TestHouse house, int rows) throws SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      // Row-level security does not stop the owner of this database, who is a superuser.
      s.execute(
          """
          INSERT INTO kartela.outbox (merchant_id, kind, member_id, not_before)
          SELECT g %% 1000 + 1, CASE WHEN g %% 10 < 6 THEN 'PASS_CHANGED' ELSE 'CARD_RESTYLED' END, g,
              CASE WHEN g %% 10 = 0 THEN '-infinity'::timestamptz ELSE now() + interval '1 hour' END
          FROM generate_series(1, %d) g
          """
              .formatted(rows));
      s.execute("VACUUM ANALYZE kartela.outbox");
    }
    System.out.printf(Locale.ROOT, "%,d rows wait, a tenth of them is due%n", rows);
  }

  private static void explain(TestHouse house, String what, String kind) {
    System.out.printf(Locale.ROOT, "%n%s (%s, at most %d):%n", what, kind, BATCH);
    house
        .database()
        .asWorker(
            c -> {
              for (int i = 0; i < 3; i++) { // the third has its pages at hand
                try (PreparedStatement s =
                    c.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + OutboxClaims.CLAIM)) {
                  bind(s, kind);
                  try (ResultSet r = s.executeQuery()) {
                    while (i == 2 && r.next()) {
                      System.out.println("  " + r.getString(1));
                    }
                  }
                }
                c.rollback();
              }
              return true;
            });
  }

  private static void bind(PreparedStatement s, String kind) throws SQLException {
    s.setLong(1, 60_000);
    s.setString(2, kind);
    s.setInt(3, BATCH);
  }

  /** One claim after the other, each in its transaction, as a worker makes them. */
  private static void claim(TestHouse house) {
    OutboxClaims outbox = new OutboxClaims(house.database());
    long first = System.nanoTime();
    int claimed = 0;
    for (int i = 0; i < CLAIMS; i++) {
      claimed +=
          outbox.claim(OutboxClaims.PASS_CHANGED, BATCH, DeliverySettings.usual().lease()).size();
    }
    double millis = (System.nanoTime() - first) / 1e6;
    System.out.printf(
        Locale.ROOT, "%n%d claims took %,d rows, %.1f ms each%n", CLAIMS, claimed, millis / CLAIMS);
  }
}
