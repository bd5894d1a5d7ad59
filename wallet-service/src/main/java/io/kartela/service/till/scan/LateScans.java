package io.kartela.service.till.scan;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cards that were read without network, looked up afterwards. Thread-safe. */
public final class LateScans {
  private final Database database;
  private final Ids ids;
  private final Resolver resolver;
  private final Velocity velocity;
  private final ScanTraces traces = new ScanTraces();

  public LateScans(Database database, Ids ids, Resolver resolver, Velocity velocity) {
    this.database = database;
    this.ids = ids;
    this.resolver = resolver;
    this.velocity = velocity;
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
    try {
      velocity.lateScan(register, settings);
      return database.inTenant(register.merchantId(), c -> answer(c, register, ask));
    } catch (Problem e) {
      if (e.code() != ProblemCode.TOO_MANY_REQUESTS) {
        throw e;
      }
      return new Resolution.Refused(e, "", List.of(), "", null);
    }
  }

  private Resolution answer(Connection c, RegisterPrincipal register, Resolver.Ask ask)
      throws SQLException {
    Resolution resolution = Newcomers.judge(c, register, resolver.resolve(c, ask), ask.at());
    String outcome =
        switch (resolution) {
          case Resolution.Found f -> {
            velocity.foundLate(c, register, ask.settings());
            yield "FOUND_LATE";
          }
          case Resolution.Refused r -> {
            velocity.refused(c, register, ask.settings(), r.problem());
            yield r.problem().code().name();
          }
        };
    traces.record(c, register, ids.next(), ask.at(), ask, resolution, outcome);
    return resolution;
  }
}
