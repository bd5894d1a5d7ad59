package io.kartela.service.wallet.designer;

import io.kartela.service.code.ShortCodes;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.wallet.design.Designs;
import io.kartela.service.wallet.google.GoogleAddresses;
import io.kartela.service.wallet.pass.Passes;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Puts the designing of cards together. Start it once; close it before the database. */
public final class DesignFeature implements AutoCloseable {
  private final Restyler restyler;
  private final List<Routes> routes;

  /**
   * @param nfcAllowed whether a merchant's Apple certificate and keys allow cards to be tapped
   * @param delivery there is something in the outbox
   */
  public DesignFeature(
      Database database,
      Designs designs,
      Passes passes,
      ShortCodes shortCodes,
      Merchants merchants,
      Programs programs,
      Sessions sessions,
      Audit audit,
      LongPredicate nfcAllowed,
      GoogleAddresses addresses,
      InstantSource clock,
      Runnable delivery) {
    this.restyler = new Restyler(database, passes, shortCodes, clock, delivery);
    DesignStore store =
        new DesignStore(
            database,
            designs,
            audit,
            clock,
            merchantId ->
                new DesignStore.Rules(
                    programs.current(merchantId).tiers().stream()
                        .map(TierView::id)
                        .collect(Collectors.toSet()),
                    nfcAllowed.test(merchantId),
                    merchants.get(merchantId).zone()));
    this.routes =
        List.of(
            new DesignRoutes(
                sessions, store, merchants, programs, restyler::wake, addresses, clock),
            new DesignImageRoutes(sessions, new DesignImages(database, clock), designs));
  }

  public List<Routes> routes() {
    return routes;
  }

  /** Begins to bring publications to cards. */
  public void start() {
    restyler.start();
  }

  @Override
  public void close() {
    restyler.close();
  }
}
