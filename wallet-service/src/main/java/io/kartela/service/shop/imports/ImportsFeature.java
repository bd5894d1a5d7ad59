package io.kartela.service.shop.imports;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports as the rest of the service sees them: routes, and a worker to start and stop. */
public final class ImportsFeature implements AutoCloseable {
  private static final Duration KEPT = Duration.ofDays(30);

  private final ImportWorker worker;
  private final ImportRoutes routes;

  public ImportsFeature(House house, Sessions sessions, List<ImportKind<?>> kinds) {
    Map<String, ImportKind<?>> byName = new LinkedHashMap<>();
    kinds.forEach(kind -> byName.put(kind.name(), kind));
    this.worker = new ImportWorker(house, byName);
    this.routes = new ImportRoutes(house, sessions, byName, worker::wake);
  }

  public Routes routes() {
    return routes;
  }

  public void start() {
    worker.start();
  }

  /** Forgets imports after a month: they hold what people are called. */
  public static void forgetOld(Database database, long merchantId, Instant now) {
    ImportStore store = new ImportStore();
    Optional<Long> old;
    do {
      old =
          database.inTenant(
              merchantId,
              c -> {
                Optional<Long> one = store.old(c, merchantId, now.minus(KEPT));
                if (one.isPresent()) {
                  store.delete(c, merchantId, one.get());
                }
                return one;
              });
    } while (old.isPresent());
  }

  @Override
  public void close() {
    worker.close();
  }
}
