package io.kartela.service.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.NfcKey;
import io.kartela.certs.Vault;
import io.kartela.service.audit.Audit;
import io.kartela.service.db.Database;
import io.kartela.service.db.Ids;
import io.kartela.service.http.Routes;
import io.kartela.service.staff.Sessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Puts a merchant's identities together. */
public final class IdentityFeature {
  private final SigningIdentities signing;
  private final IdentityWarnings warnings;
  private final Routes routes;

  /**
   * @param usual signs for merchants without an identity of their own
   * @param usualNfcKey goes with it; null for none
   */
  public IdentityFeature(
      Database database,
      Ids ids,
      Sessions sessions,
      Audit audit,
      Vault vault,
      ApplePassIdentity usual,
      @Nullable NfcKey usualNfcKey,
      MeterRegistry meters,
      InstantSource clock) {
    IdentityStore store = new IdentityStore(vault);
    this.signing =
        new SigningIdentities(
            database,
            store,
            usual,
            usualNfcKey == null ? null : usualNfcKey.applePublicKey(),
            clock);
    this.warnings = new IdentityWarnings(database, usual, meters, clock);
    this.routes =
        new IdentityRoutes(
            sessions, new Identities(database, ids, store, signing, audit, clock), clock);
  }

  /** Who signs cards. */
  public SigningIdentities signing() {
    return signing;
  }

  /** What ends soon. */
  public IdentityWarnings warnings() {
    return warnings;
  }

  public Routes routes() {
    return routes;
  }
}
