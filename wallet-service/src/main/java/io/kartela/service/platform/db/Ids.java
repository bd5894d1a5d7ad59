package io.kartela.service.platform.db;

import java.sql.ResultSet;
import java.sql.Statement;

/**
 * Identifiers for every table, taken from one database sequence in blocks, so that the hot path
 * needs no round trip to learn the id of a row it writes. Unique across nodes; gaps are normal.
 * Thread-safe.
 */
public final class Ids {
  private static final int BLOCK = 1000;

  private final Database database;
  private long next;
  private long end;

  public Ids(Database database) {
    this.database = database;
  }

  public synchronized long next() {
    if (next == end) {
      next =
          database.lookUp(
              c -> {
                try (Statement s = c.createStatement();
                    ResultSet r = s.executeQuery("SELECT nextval('kartela.id_block')")) {
                  r.next();
                  return r.getLong(1);
                }
              });
      end = next + BLOCK;
    }
    return next++;
  }
}
