package io.kartela.service.promo.certificate;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds of certificates, set by the owner; audited. Thread-safe. */
final class KindDesk {
  private static final int MOST = 100;

  private final House house;
  private final Audit audit;

  KindDesk(House house, Audit audit) {
    this.house = house;
    this.audit = audit;
  }

  List<KindView> all(long merchantId) {
    return house
        .database()
        .inTenant(
            merchantId, c -> KindStore.all(c, merchantId).stream().map(KindView::of).toList());
  }

  /** What a till sells: certificates that are bought. */
  List<KindView> sold(long merchantId) {
    return all(merchantId).stream()
        .filter(kind -> kind.origin() == Origin.BOUGHT && !kind.stopped())
        .toList();
  }

  KindView create(StaffPrincipal staff, KindRequest wanted) {
    long merchantId = staff.merchantId();
    CertificateKind kind = wanted.checked(house.ids().next(), 1);
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              NamedLock.alone(c, "certificate-kinds:" + merchantId);
              if (KindStore.all(c, merchantId).size() >= MOST) {
                throw new Problem(ProblemCode.TOO_MANY_CERTIFICATE_KINDS, MOST);
              }
              KindStore.add(c, merchantId, kind, staff.name(), house.clock().instant());
              record(c, staff, "CERTIFICATE_KIND_CREATED", kind);
              return KindView.of(kind);
            });
  }

  KindView change(StaffPrincipal staff, long id, int revision, KindRequest wanted) {
    long merchantId = staff.merchantId();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              CertificateKind was = held(c, merchantId, id, revision);
              CertificateKind asked = wanted.checked(id, revision);
              if (asked.origin() != was.origin()) {
                throw Problem.fields(
                    List.of(
                        new Problem.FieldError(
                            "origin",
                            "STAYS",
                            "у вида сертификатов не меняется",
                            "does not change for a kind of certificates")));
              }
              KindStore.change(c, merchantId, asked, staff.name(), house.clock().instant());
              Changes changes = new Changes();
              changes.of("nameRu", was.name().ru(), asked.name().ru());
              audit.record(
                  c,
                  staff,
                  "CERTIFICATE_KIND_CHANGED",
                  "certificate-kind:" + id,
                  changes.detail(asked.name().ru()));
              return KindView.of(KindStore.find(c, merchantId, id, false));
            });
  }

  private static CertificateKind held(Connection c, long merchantId, long id, int revision)
      throws SQLException {
    CertificateKind was = KindStore.find(c, merchantId, id, true);
    if (was.revision() != revision) {
      throw new Problem(ProblemCode.CERTIFICATE_KIND_CHANGED, was.revision());
    }
    return was;
  }

  /** No more of it are issued; those that there are stay good. */
  KindView stop(StaffPrincipal staff, long id, boolean stopped) {
    long merchantId = staff.merchantId();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              CertificateKind was = KindStore.find(c, merchantId, id, true);
              if (stopped != (was.stoppedAt() != null)) {
                @Nullable Instant at = stopped ? house.clock().instant() : null;
                KindStore.stop(c, merchantId, id, at, staff.name());
                record(
                    c,
                    staff,
                    stopped ? "CERTIFICATE_KIND_STOPPED" : "CERTIFICATE_KIND_RESUMED",
                    was);
              }
              return KindView.of(KindStore.find(c, merchantId, id, false));
            });
  }

  private void record(Connection c, StaffPrincipal staff, String what, CertificateKind kind)
      throws SQLException {
    audit.record(c, staff, what, "certificate-kind:" + kind.id(), Map.of("name", kind.name().ru()));
  }
}
