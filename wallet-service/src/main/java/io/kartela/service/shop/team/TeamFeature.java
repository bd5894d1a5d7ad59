package io.kartela.service.shop.team;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Invitations;
import io.kartela.service.shop.staff.OwnAccess;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.Sessions;
import java.time.InstantSource;
import java.util.List;

/** The shop's people and everybody's own access. */
public final class TeamFeature {
  private final List<Routes> routes;

  public TeamFeature(
      House house,
      Jpa jpa,
      Sessions sessions,
      Invitations invitations,
      Audit audit,
      OwnAccess access,
      PasswordLetters letters) {
    InstantSource clock = house.clock();
    this.routes =
        List.of(
            new AccessRulesRoutes(house.database(), sessions, audit),
            new TeamRoutes(
                new Team(jpa, invitations, audit, clock), sessions, letters, house.publicUrl()),
            new OwnRoutes(house.database(), sessions, access, audit, letters));
  }

  public List<Routes> routes() {
    return routes;
  }
}
