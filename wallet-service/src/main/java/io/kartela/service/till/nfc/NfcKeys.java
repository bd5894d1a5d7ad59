package io.kartela.service.till.nfc;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.certs.CertsException;
import io.kartela.certs.NfcKey;
import io.kartela.certs.Vault;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merchants' private NFC keys, sealed in the database; opened ones are kept for seconds.
 * Thread-safe.
 */
public final class NfcKeys {
  static final int MAX_KEYS = 20;

  /** How long a node may go on using a key that another node has retired. */
  private static final Duration CACHE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(NfcKeys.class);

  private static final VasCryptogram.Opened UNKNOWN =
      new VasCryptogram.Opened.Refused(VasCryptogram.Trouble.UNKNOWN_KEY);

  private final Database database;
  private final Ids ids;
  private final Vault vault;
  private final Audit audit;
  private final InstantSource clock;
  private final LongFunction<Own> others;
  private final Map<Long, Cached> cache = new ConcurrentHashMap<>();

  /**
   * What opens a merchant's cryptograms.
   *
   * @param sealed whether there are more that cannot be opened themselves
   */
  private record Usable(List<VasCryptogram.Key> keys, boolean sealed) {}

  private record Cached(Usable usable, long untilMillis) {}

  /** A key without its secret. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record KeyView(
      String id,
      String name,
      String keyId,
      String publicKey,
      List<String> passTypeIdentifiers,
      Instant createdAt,
      @Nullable Instant retiredAt) {}

  /** Keys that stand in the cards made here, and the kind of card that they stand in. */
  public record Own(List<NfcKey> keys, String passType) {
    public static final Own NONE = new Own(List.of(), "");
  }

  /**
   * Collects what is needed.
   *
   * @param others the keys of a merchant that are kept elsewhere
   */
  public NfcKeys(
      Database database,
      Ids ids,
      Vault vault,
      Audit audit,
      InstantSource clock,
      LongFunction<Own> others) {
    this.others = others;
    this.database = database;
    this.ids = ids;
    this.vault = vault;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a cryptogram says to this merchant.
   *
   * @param passType the only kind of card that it may be of; null = any that the keys serve
   */
  public VasCryptogram.Opened open(long merchantId, byte[] cryptogram, @Nullable String passType) {
    Usable usable = usable(merchantId);
    List<VasCryptogram.Key> keys = usable.keys;
    VasCryptogram.Opened opened =
        VasCryptogram.open(
            cryptogram,
            passType == null ? keys : keys.stream().map(k -> k.serving(passType)).toList());
    return usable.sealed && opened.equals(UNKNOWN)
        ? new VasCryptogram.Opened.Refused(VasCryptogram.Trouble.KEY_SEALED)
        : opened;
  }

  private Usable usable(long merchantId) {
    long now = clock.millis();
    Cached known = cache.get(merchantId);
    if (known != null && known.untilMillis > now) {
      return known.usable;
    }
    // Asked in the middle of other transactions: see Database.lookUp.
    Usable kept = database.lookUp(merchantId, c -> read(c, merchantId));
    List<VasCryptogram.Key> keys = new ArrayList<>(kept.keys);
    boolean sealed = kept.sealed;
    try {
      Own own = others.apply(merchantId);
      for (NfcKey key : own.keys) {
        keys.add(
            new VasCryptogram.Key(0, key.privateKey(), key.publicKey(), List.of(own.passType)));
      }
    } catch (CertsException e) {
      LOG.error("the NFC keys of merchant {}'s cards stay closed: {}", merchantId, e.getMessage());
      sealed = true;
    }
    Usable usable = new Usable(keys, sealed);
    cache.put(merchantId, new Cached(usable, now + CACHE.toMillis()));
    return usable;
  }

  private Usable read(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT nfc_key_id, sealed, pass_types FROM kartela.nfc_key WHERE merchant_id = ? AND"
                + " retired_at IS NULL ORDER BY nfc_key_id DESC")) {
      s.setLong(1, merchantId);
      List<VasCryptogram.Key> keys = new ArrayList<>();
      boolean sealed = false;
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          long id = r.getLong(1);
          try {
            NfcKey key =
                NfcKey.fromPem(vault.open(r.getString(2), context(merchantId, id)), null).orThrow();
            List<String> serves = texts(r, "pass_types");
            keys.add(new VasCryptogram.Key(id, key.privateKey(), key.publicKey(), serves));
          } catch (CertsException e) {
            LOG.error("NFC key {} of merchant {} stays closed: {}", id, merchantId, e.getMessage());
            sealed = true;
          }
        }
      }
      return new Usable(List.copyOf(keys), sealed);
    }
  }

  private static List<String> texts(ResultSet r, String column) throws SQLException {
    return Arrays.asList((String[]) r.getArray(column).getArray());
  }

  static String context(long merchantId, long id) {
    return "merchant " + merchantId + " nfc-key " + id;
  }

  /** Takes a key into use; one that was retired comes back with these pass types. */
  KeyView add(StaffPrincipal staff, String name, NfcKey key, List<String> passTypes) {
    long merchantId = staff.merchantId();
    long id = ids.next();
    byte[] keyId = new VasCryptogram.Key(id, key.privateKey(), key.publicKey(), passTypes).keyId();
    KeyView added =
        database.inTenant(
            merchantId,
            c -> {
              List<KeyView> all = list(c, merchantId);
              if (all.stream().filter(k -> k.retiredAt == null).count() >= MAX_KEYS) {
                throw new Problem(ProblemCode.TOO_MANY_NFC_KEYS, MAX_KEYS);
              }
              long made = id;
              Optional<KeyView> known =
                  all.stream().filter(k -> k.publicKey.equals(key.applePublicKey())).findFirst();
              if (known.isPresent()) {
                made = Long.parseLong(known.get().id);
                change(c, merchantId, made, name, passTypes);
              } else {
                insert(c, merchantId, id, name, keyId, key, passTypes);
              }
              audit.record(c, staff, "NFC_KEY_ADDED", "nfc-key:" + made, Map.of("name", name));
              return find(c, merchantId, made);
            });
    cache.remove(merchantId);
    return added;
  }

  private void insert(
      Connection c,
      long merchantId,
      long id,
      String name,
      byte[] keyId,
      NfcKey key,
      List<String> passTypes)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.nfc_key (merchant_id, nfc_key_id, name, key_id, public_key, pass_types, sealed, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setString(3, name);
      s.setBytes(4, keyId);
      s.setString(5, key.applePublicKey());
      s.setArray(6, c.createArrayOf("text", passTypes.toArray()));
      s.setString(7, vault.seal(key.privateKeyPem(), context(merchantId, id)));
      s.setTimestamp(8, Timestamp.from(clock.instant()));
      s.executeUpdate();
    }
  }

  private static void change(
      Connection c, long merchantId, long id, String name, List<String> passTypes)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.nfc_key SET name = ?, pass_types = ?, retired_at = NULL WHERE"
                + " merchant_id = ? AND nfc_key_id = ?")) {
      s.setString(1, name);
      s.setArray(2, c.createArrayOf("text", passTypes.toArray()));
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  List<KeyView> list(long merchantId) {
    return database.inTenant(merchantId, c -> list(c, merchantId));
  }

  private static KeyView find(Connection c, long merchantId, long id) throws SQLException {
    return list(c, merchantId).stream()
        .filter(k -> k.id.equals(Long.toString(id)))
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.NFC_KEY_NOT_FOUND));
  }

  private static List<KeyView> list(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT nfc_key_id, name, key_id, public_key, pass_types, created_at, retired_at
            FROM kartela.nfc_key WHERE merchant_id = ? ORDER BY nfc_key_id DESC LIMIT 200
            """)) {
      s.setLong(1, merchantId);
      List<KeyView> keys = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Timestamp retired = r.getTimestamp("retired_at");
          keys.add(
              new KeyView(
                  Long.toString(r.getLong("nfc_key_id")),
                  r.getString("name"),
                  HexFormat.of().formatHex(r.getBytes("key_id")),
                  r.getString("public_key"),
                  texts(r, "pass_types"),
                  r.getTimestamp("created_at").toInstant(),
                  retired == null ? null : retired.toInstant()));
        }
      }
      return keys;
    }
  }

  /** The key opens nothing from now on. */
  void retire(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    boolean _ =
        database.inTenant(
            merchantId,
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      "UPDATE kartela.nfc_key SET retired_at = coalesce(retired_at, ?) WHERE"
                          + " merchant_id = ? AND nfc_key_id = ?")) {
                s.setTimestamp(1, Timestamp.from(clock.instant()));
                s.setLong(2, merchantId);
                s.setLong(3, id);
                if (s.executeUpdate() == 0) {
                  throw new Problem(ProblemCode.NFC_KEY_NOT_FOUND);
                }
              }
              audit.record(c, staff, "NFC_KEY_RETIRED", "nfc-key:" + id, Map.of());
              return true;
            });
    cache.remove(merchantId);
  }
}
