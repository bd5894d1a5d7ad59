package io.kartela.service.plastic;

import io.kartela.service.audit.Audit;
import io.kartela.service.card.CardPrefixes;
import io.kartela.service.card.Cards;
import io.kartela.service.db.Database;
import io.kartela.service.db.Ids;
import io.kartela.service.http.Routes;
import io.kartela.service.member.Members;
import io.kartela.service.merchant.Merchants;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.nfc.RotatingCards;
import io.kartela.service.pass.CardTerms;
import io.kartela.service.pass.Passes;
import io.kartela.service.staff.Sessions;
import io.kartela.service.store.Stores;
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
    PlasticStore store = new PlasticStore(cards, prefixes);
    this.routes =
        List.of(
            new BatchRoutes(sessions, new Batches(database, ids, members, store, clock), audit),
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
