package io.kartela.service.till.plastic;

import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.till.nfc.RotatingCards;
import java.util.List;

/** The routes of physical cards: stock, and in members' hands. */
public final class PlasticFeature {
  private final List<Routes> routes;

  public PlasticFeature(
      House house,
      Sessions sessions,
      Stores stores,
      PlasticStore store,
      RotatingCards rotating,
      Audit audit) {
    this.routes =
        List.of(
            new BatchRoutes(sessions, new Batches(house, store, audit)),
            new MemberCardRoutes(house, sessions, stores, store, rotating, audit));
  }

  public List<Routes> routes() {
    return routes;
  }
}
