package io.kartela.service;

import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Drafts;
import io.kartela.service.program.ProgramFeature;
import io.kartela.service.program.Programs;
import io.kartela.service.program.whatif.WhatIfFeature;
import java.util.ArrayList;
import java.util.List;

/** The rules of a shop in versions. */
final class ProgramWing {
  final Programs programs;
  private final WhatIfFeature whatIf;
  private final List<Routes> routes;

  ProgramWing(House house, ShopWing shop, Closing closing) {
    this.programs = new Programs(house.database(), house.clock());
    Drafts drafts = new Drafts(house.database(), house.ids(), shop.audit, house.clock());
    this.whatIf = closing.add(new WhatIfFeature(house, programs, drafts, shop.sessions));
    this.routes =
        new ArrayList<>(
            new ProgramFeature(house, programs, drafts, shop.sessions, shop.audit).routes());
    routes.add(whatIf.routes());
  }

  List<Routes> routes() {
    return routes;
  }

  void start() {
    whatIf.start();
  }
}
