package io.kartela.service.shop.goods;

import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import java.util.List;

/** The catalogue's pages and the tills' buttons. */
public final class GoodsFeature {
  private final List<Routes> routes;

  public GoodsFeature(
      House house, Audit audit, GoodsCatalogue catalogue, Sessions sessions, Stores stores) {
    TillButtons buttons = new TillButtons(house.database(), audit);
    this.routes =
        List.of(
            new GoodsRoutes(catalogue.desk(), sessions),
            new CategoryRoutes(catalogue.categories(), sessions),
            new ItemRoutes(catalogue.desk(), sessions),
            new GoodsExportRoutes(
                catalogue.desk(), catalogue.categories(), sessions, house.database(), audit),
            new ButtonRoutes(buttons, catalogue, sessions, stores));
  }

  public List<Routes> routes() {
    return routes;
  }
}
