package io.kartela.service.wallet.identity;

import io.kartela.certs.CertsException;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.IdentityProblem;
import io.kartela.push.google.GoogleAnswer;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.google.GoogleAccounts;
import io.kartela.service.wallet.identity.IdentityStore.GoogleAccount;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which service account Google is spoken to, and for which issuer: a merchant's own when one is
 * in use, else the installation's. Cards made for another issuer go on being written by whoever
 * acted for it last. What is in use is asked again every second, so that all nodes follow a
 * rotation. Thread-safe.
 */
public final class GoogleIdentities implements GoogleAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleIdentities.class);
  private static final Duration CURRENT_FOR = Duration.ofSeconds(1);

  private final Database database;
  private final IdentityStore store;
  private final Access usual;
  private final BiFunction<GoogleServiceAccount, String, Access> access;
  private final InstantSource clock;
  private final Map<Long, Current> current = new ConcurrentHashMap<>();

  /**
   * What a merchant has.
   *
   * @param stored kept to see whether it changed: a new account needs a new access token
   * @param former by issuer, who acted for it last
   */
  private record Current(
      List<GoogleAccount> stored, Access access, Map<String, Access> former, long untilMillis) {}

  /**
   * Begins with nobody's.
   *
   * @param usual the installation's
   * @param access the ways to Google of an account for an issuer
   */
  GoogleIdentities(
      Database database,
      IdentityStore store,
      Access usual,
      BiFunction<GoogleServiceAccount, String, Access> access,
      InstantSource clock) {
    this.database = database;
    this.store = store;
    this.usual = usual;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Access of(long merchantId) {
    return current(merchantId).access;
  }

  @Override
  public Access of(long merchantId, String issuerId) {
    Current now = current(merchantId);
    if (now.access.issuerId().equals(issuerId)) {
      return now.access;
    }
    return usual.issuerId().equals(issuerId)
        ? usual
        : now.former.getOrDefault(issuerId, now.access);
  }

  private Current current(long merchantId) {
    Current known = current.get(merchantId);
    if (known != null && known.untilMillis > clock.millis()) {
      return known;
    }
    long until = clock.millis() + CURRENT_FOR.toMillis();
    List<GoogleAccount> stored = read(merchantId, known);
    Current now =
        known != null && known.stored.equals(stored)
            ? new Current(stored, known.access, known.former, until)
            : open(stored, until);
    current.put(merchantId, now);
    return now;
  }

  /** A secret that cannot be opened must not stop cards: the last known account goes on. */
  private List<GoogleAccount> read(long merchantId, @Nullable Current known) {
    try {
      return database.lookUp(merchantId, c -> store.googleAccounts(c, merchantId));
    } catch (CertsException e) {
      LOG.error(
          "the Google account of merchant {} cannot be opened: {}", merchantId, e.getMessage());
      return known == null ? List.of() : known.stored;
    }
  }

  private Current open(List<GoogleAccount> stored, long until) {
    Access now = usual;
    Map<String, Access> former = new HashMap<>();
    for (GoogleAccount one : stored) {
      String own = one.issuerId();
      String issuerId = own == null ? usual.issuerId() : own;
      if (one.active()) {
        now = open(one, issuerId);
      } else if (!former.containsKey(issuerId)) {
        former.put(issuerId, open(one, issuerId));
      }
    }
    return new Current(stored, now, Map.copyOf(former), until);
  }

  private Access open(GoogleAccount account, String issuerId) {
    return access.apply(GoogleServiceAccount.parse(account.secret()).orThrow(), issuerId);
  }

  /**
   * What Google has against an account; nothing when Google cannot be asked now.
   *
   * @param issuerId null: the installation's
   */
  List<IdentityProblem> objections(GoogleServiceAccount account, @Nullable String issuerId) {
    String issuer = issuerId == null ? usual.issuerId() : issuerId;
    GoogleAnswer answer = access.apply(account, issuer).wallet().tryIssuer(issuer);
    return switch (answer) {
      case GoogleAnswer.Refused(int status, String reason, String message) ->
          List.of(
              reason.equals("invalid_grant")
                  ? new IdentityProblem(
                      IdentityProblem.Reason.ACCOUNT_REFUSED, account.clientEmail())
                  : new IdentityProblem(
                      IdentityProblem.Reason.NO_ISSUER_RIGHTS,
                      issuer + ", " + account.clientEmail() + ": " + status + " " + message));
      case GoogleAnswer.NotFound(String message) ->
          List.of(
              new IdentityProblem(
                  IdentityProblem.Reason.NO_ISSUER_RIGHTS,
                  issuer + ", " + account.clientEmail() + ": 404 " + message));
      case GoogleAnswer.Done done -> List.of();
      case GoogleAnswer.Conflict conflict -> List.of();
      case GoogleAnswer.Quota quota -> List.of();
      case GoogleAnswer.Retry retry -> List.of();
    };
  }

  /** Looks at once, after a change. */
  void forget(long merchantId) {
    current.remove(merchantId);
  }
}
