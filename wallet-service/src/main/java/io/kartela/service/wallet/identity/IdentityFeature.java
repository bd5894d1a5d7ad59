package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.IdentityProblem;
import io.kartela.certs.NfcKey;
import io.kartela.certs.Vault;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.SealedTable;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.wallet.google.GoogleAccounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Puts a merchant's identities together. */
public final class IdentityFeature {
  private final SigningIdentities signing;
  private final IdentityWarnings warnings;
  private final Routes routes;
  private final Database database;
  private final IdentityStore store;
  private final InstantSource clock;
  private @Nullable GoogleIdentities google;

  /**
   * @param usual signs for merchants without an identity of their own
   * @param usualNfcKey goes with it; null for none
   */
  public IdentityFeature(
      House house,
      Sessions sessions,
      Audit audit,
      Vault vault,
      ApplePassIdentity usual,
      @Nullable NfcKey usualNfcKey,
      MeterRegistry meters) {
    this.database = house.database();
    this.store = new IdentityStore(vault);
    this.clock = house.clock();
    this.signing =
        new SigningIdentities(
            house.database(),
            store,
            usual,
            usualNfcKey == null ? null : usualNfcKey.applePublicKey(),
            house.clock());
    this.warnings = new IdentityWarnings(house.database(), usual, meters, house.clock());
    this.routes =
        new IdentityRoutes(
            sessions,
            new Identities(house, store, signing, audit, this::google, this::changed),
            house.clock());
  }

  private void changed(long merchantId) {
    signing.forget(merchantId);
    GoogleIdentities accounts = google;
    if (accounts != null) {
      accounts.forget(merchantId);
    }
  }

  private List<IdentityProblem> google(GoogleServiceAccount account, @Nullable String issuerId) {
    GoogleIdentities accounts = google;
    return accounts == null ? List.of() : accounts.objections(account, issuerId);
  }

  /**
   * By which account Google is spoken to.
   *
   * @param usual the installation's, for merchants without one of their own
   * @param access makes the ways to Google of an account for an issuer
   */
  public GoogleAccounts google(
      GoogleAccounts.Access usual,
      BiFunction<GoogleServiceAccount, String, GoogleAccounts.Access> access) {
    GoogleIdentities accounts = new GoogleIdentities(database, store, usual, access, clock);
    google = accounts;
    return accounts;
  }

  /** Who signs cards. */
  public SigningIdentities signing() {
    return signing;
  }

  /** What ends soon. */
  public IdentityWarnings warnings() {
    return warnings;
  }

  /** Where its secrets lie. */
  public static SealedTable sealed() {
    return IdentityStore.SEALED;
  }

  public Routes routes() {
    return routes;
  }
}
