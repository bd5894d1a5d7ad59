package io.kartela.service.shop.secondfactor;

import io.kartela.certs.Vault;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.SealedTable;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.OwnAccess;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.SessionViews;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.SignInGate;
import java.util.List;

/** What is asked for after a password, and everybody's own second factor. */
public final class SecondFactorFeature {
  private final Steps steps;
  private final List<Routes> routes;

  public SecondFactorFeature(
      House house,
      Vault vault,
      Sessions sessions,
      SessionViews views,
      OwnAccess access,
      Audit audit,
      PasswordLetters letters) {
    var site = PasskeySite.of(house.publicUrl());
    TotpStore totp = new TotpStore(vault);
    Challenges challenges = new Challenges(house.database(), house.clock());
    this.steps = new Steps(house.database(), house.clock(), site.isPresent());
    SecondStep second =
        new SecondStep(house.database(), steps, totp, audit, letters, house.clock());
    Passkeys passkeys = new Passkeys(house.database(), site, challenges, second, house.clock());
    this.routes =
        List.of(
            new SecondStepRoutes(second, passkeys, sessions, views),
            new OwnFactorRoutes(
                new OwnFactors(house, totp, passkeys, access, audit, letters),
                new OwnPasskeys(house, passkeys, challenges, access, audit, letters),
                sessions,
                views));
  }

  /** What stands between a password and the cabinet. */
  public SignInGate gate() {
    return steps;
  }

  public List<Routes> routes() {
    return routes;
  }

  /** Where its secrets are kept. */
  public static SealedTable sealed() {
    return TotpStore.TABLE;
  }
}
