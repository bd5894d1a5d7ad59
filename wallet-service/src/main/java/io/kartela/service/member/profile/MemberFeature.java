package io.kartela.service.member.profile;

import io.kartela.service.account.Accounts;
import io.kartela.service.account.Adjustments;
import io.kartela.service.account.Transfers;
import io.kartela.service.code.Cards;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.Passes;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/** The routes of members: what the customer meets and what the cabinet sees. */
public final class MemberFeature {
  private final List<Routes> routes;

  public MemberFeature(
      Database database,
      Merchants merchants,
      Programs programs,
      Enrolment enrolment,
      Members members,
      Cards cards,
      Passes passes,
      CardTerms terms,
      Invites invites,
      Accounts accounts,
      Adjustments adjustments,
      Transfers transfers,
      Stores stores,
      Cashiers cashiers,
      Sessions sessions,
      SignUpCodes texts,
      InstantSource clock,
      URI publicUrl) {
    SignUps signUps = new SignUps(database, enrolment, invites, texts, clock);
    this.routes =
        List.of(
            new PublicRoutes(
                merchants, programs, signUps, enrolment, stores, cashiers, clock, publicUrl),
            new WebCardRoutes(
                database, merchants, programs, members, cards, passes, terms, accounts, invites,
                clock),
            new MemberRoutes(
                sessions, database, members, cards, passes, accounts, invites, programs, merchants,
                clock, publicUrl),
            new MemberAccountRoutes(
                sessions, database, members, accounts, adjustments, transfers, programs, clock));
  }

  public List<Routes> routes() {
    return routes;
  }
}
