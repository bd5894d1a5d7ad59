package io.kartela.service.identity;

import io.kartela.certs.CertsException;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.service.db.Database;
import io.kartela.service.pass.google.GoogleAccounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By which service account Google is spoken to: a merchant's own when one is in use, else the
 * installation's. What is in use is asked again every second, so that all nodes follow a rotation.
 * Thread-safe.
 */
public final class GoogleIdentities implements GoogleAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(GoogleIdentities.class);
  private static final Duration CURRENT_FOR = Duration.ofSeconds(1);

  private final Database database;
  private final IdentityStore store;
  private final Access usual;
  private final Function<GoogleServiceAccount, Access> access;
  private final InstantSource clock;
  private final Map<Long, Current> current = new ConcurrentHashMap<>();

  /** The secret is kept to see whether it changed: a new account needs a new access token. */
  private record Current(@Nullable String secret, Access access, long untilMillis) {}

  GoogleIdentities(
      Database database,
      IdentityStore store,
      Access usual,
      Function<GoogleServiceAccount, Access> access,
      InstantSource clock) {
    this.database = database;
    this.store = store;
    this.usual = usual;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Access of(long merchantId) {
    Current known = current.get(merchantId);
    if (known != null && known.untilMillis > clock.millis()) {
      return known.access;
    }
    long until = clock.millis() + CURRENT_FOR.toMillis();
    String secret = read(merchantId, known);
    Access now =
        known != null && Objects.equals(known.secret, secret) ? known.access : open(secret);
    current.put(merchantId, new Current(secret, now, until));
    return now;
  }

  /** A secret that cannot be opened must not stop cards: the last known account goes on. */
  private @Nullable String read(long merchantId, @Nullable Current known) {
    try {
      return database
          .lookUp(merchantId, c -> store.active(c, merchantId, Kind.GOOGLE_ACCOUNT))
          .orElse(null);
    } catch (CertsException e) {
      LOG.error(
          "the Google account of merchant {} cannot be opened: {}", merchantId, e.getMessage());
      return known == null ? null : known.secret;
    }
  }

  private Access open(@Nullable String secret) {
    return secret == null ? usual : access.apply(GoogleServiceAccount.parse(secret).orThrow());
  }

  /** Looks at once, after a change. */
  void forget(long merchantId) {
    current.remove(merchantId);
  }
}
