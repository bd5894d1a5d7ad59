package io.kartela.service.promo.code;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.PerMerchant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the codes that sets want, part by part. A code is a function of its number, and how far it
 * is stands in the set: a crash repeats a part and makes nothing twice. Nodes share sets by row
 * locks.
 */
final class CodeMaker implements AutoCloseable {
  private static final String WORK = "make promo codes";
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration BREATH = Duration.ofMillis(20);
  static final int PART = 50_000;

  private final Database database;
  private final CodeSecrets secrets;
  private final PerMerchant perMerchant;
  private final Loop loop;

  private record Open(long merchantId, long setId) {}

  CodeMaker(House house, CodeSecrets secrets) {
    this.database = house.database();
    this.secrets = secrets;
    this.perMerchant = new PerMerchant(database);
    this.loop = Loop.ofSteps("promo-codes", POLL, this::work);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  private boolean work() throws InterruptedException {
    boolean[] any = {false};
    List<Open> turn =
        perMerchant.each(
            WORK, open(), Open::merchantId, one -> any[0] |= part(one.merchantId, one.setId));
    if (!any[0] && !turn.isEmpty()) {
      Thread.sleep(BREATH); // another node is at them
    }
    return !turn.isEmpty();
  }

  private List<Open> open() {
    return database.asWorker(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT merchant_id, set_id FROM kartela.promo_set WHERE made < wanted
                  ORDER BY created_at LIMIT 100
                  """)) {
            List<Open> open = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                open.add(new Open(r.getLong(1), r.getLong(2)));
              }
            }
            return open;
          }
        });
  }

  /** The next part of a set; false: there is none, or somebody else is at it. */
  boolean part(long merchantId, long setId) {
    return database.inTenantRepeatable(merchantId, c -> part(c, merchantId, setId));
  }

  private boolean part(Connection c, long merchantId, long setId) throws SQLException {
    Optional<PromoSet> found = SetStore.one(c, merchantId, setId, " FOR NO KEY UPDATE SKIP LOCKED");
    if (found.isEmpty()) {
      return false;
    }
    PromoSet set = found.get();
    Integer symbols = set.shape().symbols();
    int size = (int) Math.min(PART, set.stock().wanted() - set.stock().made());
    if (size <= 0 || symbols == null) {
      return false;
    }
    CodeKey key = secrets.of(merchantId).orElseThrow();
    Long[] hashes = new Long[size];
    Long[] numbers = new Long[size];
    String prefix = set.shape().prefix();
    for (int i = 0; i < size; i++) {
      numbers[i] = set.stock().made() + i;
      String text = CodeText.shown(prefix, key.symbols(setId, numbers[i], symbols));
      hashes[i] = key.hash(CodeText.fold(text));
    }
    int came = CodeStock.addMade(c, set, merchantId, hashes, numbers);
    CodeStock.came(c, merchantId, setId, size, came, 0, 0);
    if (came < size) {
      SetStore.want(c, merchantId, setId, size - came); // in place of those that were there
    }
    return true;
  }

  @Override
  public void close() {
    loop.close();
  }
}
