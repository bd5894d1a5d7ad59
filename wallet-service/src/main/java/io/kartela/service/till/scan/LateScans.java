package io.kartela.service.till.scan;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Cards that were read without network, looked up afterwards. Thread-safe. */
public final class LateScans {
  private final Database database;
  private final Ids ids;
  private final Resolver resolver;
  private final ScanTraces traces = new ScanTraces();

  public LateScans(Database database, Ids ids, Resolver resolver) {
    this.database = database;
    this.ids = ids;
    this.resolver = resolver;
  }

  /**
   * Resolves and leaves a trace.
   *
   * @param at when it was read, by our clock
   * @param use what the read is for: the same use may be asked for again
   */
  public Resolution resolve(
      RegisterPrincipal register,
      String text,
      @Nullable String symbology,
      @Nullable String source,
      Instant at,
      TillSettings settings,
      String use) {
    Resolver.Ask ask =
        new Resolver.Ask(register.merchantId(), text, symbology, source, at, settings, use);
    long id = ids.next();
    return database.inTenant(
        register.merchantId(),
        c -> {
          Resolution resolution = Newcomers.judge(c, register, resolver.resolve(c, ask), at);
          String outcome =
              switch (resolution) {
                case Resolution.Found f -> "FOUND_LATE";
                case Resolution.Refused r -> r.problem().code().name();
              };
          traces.record(c, register, id, at, ask, resolution, outcome);
          return resolution;
        });
  }
}
