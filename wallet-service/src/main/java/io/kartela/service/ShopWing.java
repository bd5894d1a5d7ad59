package io.kartela.service;

import io.kartela.certs.Vault;
import io.kartela.service.guide.FirstStepsRoutes;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.AuditRoutes;
import io.kartela.service.shop.cashier.CashierRoutes;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.details.DetailsRoutes;
import io.kartela.service.shop.goods.GoodsCatalogue;
import io.kartela.service.shop.goods.GoodsFeature;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.operator.MerchantRoutes;
import io.kartela.service.shop.operator.OperatorSessionRoutes;
import io.kartela.service.shop.operator.OperatorSessions;
import io.kartela.service.shop.secondfactor.SecondFactorFeature;
import io.kartela.service.shop.staff.InvitationRoutes;
import io.kartela.service.shop.staff.OwnAccess;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.PasswordResets;
import io.kartela.service.shop.staff.SessionRoutes;
import io.kartela.service.shop.staff.SessionViews;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.StoreRoutes;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import io.kartela.service.shop.store.TillSettingsRoutes;
import io.kartela.service.shop.team.TeamFeature;
import io.kartela.service.shop.view.ViewRoutes;
import java.util.ArrayList;
import java.util.List;

/** Who sells, where, with whose hands. */
final class ShopWing {
  final Audit audit;
  final Merchants merchants;
  final Stores stores;
  final Sessions sessions;
  final TillRules tillRules;
  final Cashiers cashiers;
  final GoodsCatalogue goods;
  private final House house;
  private final Jpa jpa;

  ShopWing(House house, Jpa jpa) {
    this.house = house;
    this.jpa = jpa;
    this.audit = new Audit(house.ids(), house.clock());
    this.merchants = new Merchants(house.database(), jpa, house.clock());
    this.stores = new Stores(jpa, house.ids(), house.clock());
    this.sessions =
        new Sessions(house.database(), jpa, house.ids(), house.clock(), house.publicUrl());
    this.tillRules = new TillRules(house.database(), audit, house.clock());
    this.cashiers = new Cashiers(house.database(), house.ids(), audit, house.clock());
    this.goods = new GoodsCatalogue(house, audit);
  }

  List<Routes> routes() {
    List<Routes> routes =
        new ArrayList<>(new GoodsFeature(house, audit, goods, sessions, stores).routes());
    routes.addAll(
        List.of(
            new StoreRoutes(stores, sessions, merchants, tillRules, audit, house.clock()),
            new DetailsRoutes(house.database(), merchants, sessions, audit, house.clock()),
            new AuditRoutes(house.database(), sessions, merchants, audit),
            new TillSettingsRoutes(tillRules, sessions),
            new ViewRoutes(house, sessions, audit),
            new CashierRoutes(cashiers, stores, sessions, house.clock())));
    return routes;
  }

  /** Who signs in, with what; and the operator, who opens merchants, which begin with a program. */
  List<Routes> people(
      OperatorSessions byKey, Programs programs, PasswordLetters letters, Vault vault) {
    OperatorCommand.Operators operators =
        OperatorCommand.operators(house, jpa, merchants, programs, stores);
    OwnAccess access = new OwnAccess(house.clock());
    SessionViews views =
        new SessionViews(merchants, id -> programs.current(id).tiers(), house.publicUrl());
    SecondFactorFeature factors =
        new SecondFactorFeature(house, vault, sessions, views, access, audit, letters);
    List<Routes> routes = new ArrayList<>(factors.routes());
    routes.addAll(
        new TeamFeature(house, jpa, sessions, operators.invitations(), audit, access, letters)
            .routes());
    routes.addAll(
        List.of(
            new SessionRoutes(sessions, factors.gate(), views),
            new OperatorSessionRoutes(
                byKey, operators.merchants(), letters.any(), house.publicUrl()),
            new MerchantRoutes(
                byKey, operators.openings(), operators.merchants(), letters, house.publicUrl()),
            new FirstStepsRoutes(sessions, house.database(), programs),
            new InvitationRoutes(
                operators.invitations(),
                new PasswordResets(
                    house.database(),
                    operators.invitations(),
                    letters,
                    house.clock(),
                    house.publicUrl()),
                letters,
                house.clock())));
    return routes;
  }
}
