package io.kartela.service.till.plastic;

import io.kartela.service.code.CardPrefixes;
import io.kartela.service.code.Cards;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.Passes;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** The routes of physical cards. */
public final class PlasticFeature {
  private final List<Routes> routes;

  public PlasticFeature(
      Database database,
      Ids ids,
      Sessions sessions,
      Stores stores,
      Members members,
      Cards cards,
      CardPrefixes prefixes,
      RotatingCards rotating,
      Merchants merchants,
      Passes passes,
      CardTerms terms,
      OneTimeTexts texts,
      Audit audit,
      InstantSource clock,
      URI publicUrl,
      Runnable wakeDelivery) {
    PlasticStore store = new PlasticStore(cards, prefixes, members);
    this.routes =
        List.of(
            new BatchRoutes(sessions, new Batches(database, ids, members, store, audit, clock)),
            new MemberCardRoutes(
                database, sessions, stores, members, store, rotating, audit, clock, wakeDelivery),
            new ReissueRoutes(
                sessions,
                new Reissues(
                    database, merchants, members, store, passes, terms, texts, audit, clock,
                    publicUrl),
                wakeDelivery));
  }

  public List<Routes> routes() {
    return routes;
  }
}
