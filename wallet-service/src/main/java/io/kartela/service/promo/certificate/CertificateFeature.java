package io.kartela.service.promo.certificate;

import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.promo.code.CodeSecrets;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.cashier.Cashiers;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import io.kartela.service.shop.store.TillRules;
import java.util.List;

/** Gift certificates as the rest of the service sees them. */
public final class CertificateFeature {
  private final House house;
  private final CodeSecrets secrets;
  private final Certificates certificates;

  public CertificateFeature(House house, CodeSecrets secrets) {
    this.house = house;
    this.secrets = secrets;
    this.certificates = new Certificates(house.database(), secrets);
  }

  /** What purchases and cards ask. */
  public Certificates certificates() {
    return certificates;
  }

  public List<Routes> cabinet(Sessions sessions, Merchants merchants, Audit audit) {
    return List.of(
        new CertificateRoutes(
            house,
            sessions,
            merchants,
            audit,
            new CertificateDesk(house, secrets),
            new KindDesk(house, audit)),
        new PublicCertificateRoutes(house, merchants, secrets));
  }

  public Routes till(Stores stores, Cashiers cashiers, TillRules rules, Audit audit) {
    return new TillCertificateRoutes(
        house,
        stores,
        cashiers,
        rules,
        certificates,
        new CertificateDesk(house, secrets),
        new KindDesk(house, audit));
  }
}
