package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.NfcKey;
import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.apple.PassSigners;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who signs: a merchant's own identity when one is in use, else the installation's. What is in use
 * is asked again every second, so that all nodes follow a rotation. Thread-safe.
 */
public final class SigningIdentities implements PassSigners {
  private static final Logger LOG = LoggerFactory.getLogger(SigningIdentities.class);
  private static final Duration CURRENT_FOR = Duration.ofSeconds(1);

  private final Database database;
  private final IdentityStore store;
  private final ApplePassIdentity usual;
  private final @Nullable String usualNfcKey;
  private final InstantSource clock;
  private final Map<Long, Current> current = new ConcurrentHashMap<>();

  /** The secrets are kept to see whether they changed; parsing them costs milliseconds. */
  private record Current(
      @Nullable String apple, @Nullable String nfc, Signing signing, long untilMillis) {}

  private record Secrets(@Nullable String apple, @Nullable String nfc) {}

  SigningIdentities(
      Database database,
      IdentityStore store,
      ApplePassIdentity usual,
      @Nullable String usualNfcKey,
      InstantSource clock) {
    this.database = database;
    this.store = store;
    this.usual = usual;
    this.usualNfcKey = usualNfcKey;
    this.clock = clock;
  }

  @Override
  public Signing of(long merchantId) {
    Current known = current.get(merchantId);
    if (known != null && known.untilMillis > clock.millis()) {
      return known.signing;
    }
    long until = clock.millis() + CURRENT_FOR.toMillis();
    Secrets secrets = read(merchantId, known);
    if (known == null
        || !java.util.Objects.equals(known.apple, secrets.apple)
        || !java.util.Objects.equals(known.nfc, secrets.nfc)) {
      known = new Current(secrets.apple, secrets.nfc, signing(secrets), until);
    } else {
      known = new Current(known.apple, known.nfc, known.signing, until);
    }
    current.put(merchantId, known);
    return known.signing;
  }

  /** A secret that cannot be opened must not stop cards: the last known signer goes on. */
  private Secrets read(long merchantId, @Nullable Current known) {
    try {
      return database.lookUp(
          merchantId,
          c -> {
            Optional<String> apple = store.active(c, merchantId, IdentityKind.APPLE_PASS);
            Optional<String> nfc = store.active(c, merchantId, IdentityKind.NFC_KEY);
            return new Secrets(apple.orElse(null), nfc.orElse(null));
          });
    } catch (io.kartela.certs.CertsException e) {
      LOG.error("the identity of merchant {} cannot be opened: {}", merchantId, e.getMessage());
      return known == null ? new Secrets(null, null) : new Secrets(known.apple, known.nfc);
    }
  }

  private Signing signing(Secrets secrets) {
    ApplePassIdentity identity = secrets.apple == null ? usual : Material.apple(secrets.apple);
    String nfcKey = secrets.nfc == null ? usualNfcKey : Material.nfc(secrets.nfc).applePublicKey();
    return new Signing(identity, nfcKey);
  }

  /** Looks at once, after a change. */
  void forget(long merchantId) {
    current.remove(merchantId);
  }

  /**
   * The private halves of what stands in a merchant's cards: its own keys, those it replaced too –
   * a card on a phone keeps its key until the phone fetches it again – and the usual one.
   */
  public List<NfcKey> nfcKeys(long merchantId, @Nullable NfcKey usualKey) {
    List<String> own =
        database.lookUp(merchantId, c -> store.everUsed(c, merchantId, IdentityKind.NFC_KEY));
    return Stream.concat(own.stream().map(Material::nfc), Stream.ofNullable(usualKey)).toList();
  }

  /** Whether a merchant's cards can be tapped at readers. */
  public boolean nfcAllowed(long merchantId) {
    Signing signing = of(merchantId);
    return signing.identity().nfc() && signing.nfcPublicKey() != null;
  }

  /** The installation's own. */
  ApplePassIdentity usual() {
    return usual;
  }
}
