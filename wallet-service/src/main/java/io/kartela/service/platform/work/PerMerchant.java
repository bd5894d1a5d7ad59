package io.kartela.service.platform.work;

import io.kartela.service.platform.db.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

/**
 * Work done merchant by merchant, each in a try of its own: what goes wrong for one is kept as his
 * trouble, and he is left out until it is his turn again. Thread-safe.
 */
public final class PerMerchant {
  private final Database database;
  private final Troubles troubles;

  public PerMerchant(Database database) {
    this.database = database;
    this.troubles = new Troubles(database);
  }

  public List<Long> everybody() {
    return database.asWorker(
        c -> {
          List<Long> ids = new ArrayList<>();
          try (PreparedStatement s =
                  c.prepareStatement("SELECT merchant_id FROM kartela.route_slug");
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              ids.add(r.getLong(1));
            }
          }
          return ids;
        });
  }

  /** Does it for each of these merchants; returns those who were not left out. */
  public List<Long> each(String work, Collection<Long> merchants, LongConsumer piece) {
    return each(work, merchants, Long::longValue, piece::accept);
  }

  /**
   * The same for things of merchants.
   *
   * @param owner whose a thing is
   */
  public <T> List<T> each(
      String work, Collection<T> things, ToLongFunction<T> owner, Consumer<T> piece) {
    Set<Troubles.Waiting> left = troubles.waiting(work);
    List<T> turn =
        things.stream()
            .filter(thing -> !left.contains(new Troubles.Waiting(owner.applyAsLong(thing), "")))
            .toList();
    for (T thing : turn) {
      boolean _ = troubles.apart(owner.applyAsLong(thing), work, () -> piece.accept(thing));
    }
    return turn;
  }
}
