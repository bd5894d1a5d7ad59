package io.kartela.service.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.AppleSigningRequest;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.Loaded;
import io.kartela.certs.NfcKey;
import io.kartela.service.audit.Audit;
import io.kartela.service.db.Database;
import io.kartela.service.db.Ids;
import io.kartela.service.http.LocalText;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.staff.StaffPrincipal;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Imports, checks and exchanges a merchant's identities. Thread-safe. */
final class Identities {
  private static final Locale RUSSIAN = Locale.of("ru");

  private final Database database;
  private final Ids ids;
  private final IdentityStore store;
  private final SigningIdentities signing;
  private final Audit audit;
  private final InstantSource clock;
  private final LongConsumer changed;

  /**
   * What somebody brings; one of the files, or none and {@code generate} for an NFC key.
   *
   * @param intermediate Apple's WWDR certificate, PEM or DER; null when the file contains it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Files(
      Kind kind,
      byte @Nullable [] p12,
      @Nullable String text,
      @Nullable String password,
      byte @Nullable [] intermediate,
      boolean generate) {
    private Files with(String otherPassword) {
      return new Files(kind, p12, text, otherPassword, intermediate, generate);
    }
  }

  /**
   * Collects what is needed.
   *
   * @param changed hears of the merchants who use another identity now
   */
  Identities(
      Database database,
      Ids ids,
      IdentityStore store,
      SigningIdentities signing,
      Audit audit,
      InstantSource clock,
      LongConsumer changed) {
    this.database = database;
    this.ids = ids;
    this.store = store;
    this.signing = signing;
    this.audit = audit;
    this.clock = clock;
    this.changed = changed;
  }

  List<IdentityStore.Row> all(long merchantId) {
    return database.inTenant(merchantId, c -> store.all(c, merchantId));
  }

  IdentityStore.Row get(long merchantId, long id) {
    return database.inTenant(merchantId, c -> store.get(c, merchantId, id));
  }

  /** Every objection a phone, Google or a reader would have; empty when it may be used. */
  List<io.kartela.certs.Problem> preflight(long merchantId, Files files) {
    Loaded<Material> loaded = readWithSpacesOrWithout(files);
    return switch (loaded) {
      case Loaded.Refused<Material>(var problems) -> problems;
      case Loaded.Ok<Material>(var material) ->
          database.inTenant(merchantId, c -> objections(c, merchantId, material));
    };
  }

  /** Keeps what may be used one day: expired and foreign material is refused at once. */
  IdentityStore.Row add(StaffPrincipal staff, Files files, @Nullable String name) {
    Material material = orRefuse(readWithSpacesOrWithout(files));
    return keep(staff, material, name);
  }

  /** A key and the request to upload at Apple's portal. */
  IdentityStore.Row request(StaffPrincipal staff, String email, String name) {
    return keep(staff, Material.of(AppleSigningRequest.create(email, name), name), name);
  }

  private IdentityStore.Row keep(StaffPrincipal staff, Material material, @Nullable String name) {
    long merchantId = staff.merchantId();
    long id = ids.next();
    Material named = name == null ? material : renamed(material, name);
    return database.inTenant(
        merchantId,
        c -> {
          if (store.all(c, merchantId).size() >= IdentityStore.MOST) {
            throw state("их уже слишком много", "there are too many already");
          }
          refuse(objections(c, merchantId, named));
          store.add(c, merchantId, id, named, staff.name(), clock.instant());
          audit.record(
              c,
              staff,
              "IDENTITY_ADDED",
              "identity:" + id,
              Map.of("kind", named.kind().name(), "name", named.name()));
          return store.get(c, merchantId, id);
        });
  }

  private static Material renamed(Material m, String name) {
    return new Material(m.kind(), name, m.detail(), m.secret(), m.notBefore(), m.notAfter());
  }

  /** Joins a waiting key with Apple's certificate. */
  IdentityStore.Row complete(
      StaffPrincipal staff, long id, byte[] certificate, byte[] intermediate) {
    long merchantId = staff.merchantId();
    X509Certificate wwdr = orRefuse(ApplePassIdentity.readCertificate(intermediate));
    return database.inTenant(
        merchantId,
        c -> {
          IdentityStore.Row row = store.get(c, merchantId, id);
          if (row.kind() != Kind.APPLE_REQUEST) {
            throw state("это не запрос сертификата", "this is not a certificate request");
          }
          String key = store.secret(c, merchantId, id);
          Material material =
              Material.of(orRefuse(AppleSigningRequest.complete(key, certificate, wwdr)));
          refuse(objections(c, merchantId, material));
          store.complete(c, merchantId, id, renamed(material, row.name()));
          audit.record(c, staff, "IDENTITY_COMPLETED", "identity:" + id, material.detail());
          return store.get(c, merchantId, id);
        });
  }

  /** Takes an identity into use; checked once more, for time has passed since it came. */
  IdentityStore.Row activate(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    IdentityStore.Row done =
        database.inTenant(
            merchantId,
            c -> {
              IdentityStore.Row row = store.get(c, merchantId, id);
              if (row.kind() == Kind.APPLE_REQUEST) {
                throw state(
                    "запрос ждёт сертификата Apple", "the request waits for Apple's certificate");
              }
              if (row.kind() == Kind.APPLE_PASS) {
                ApplePassIdentity identity = Material.apple(store.secret(c, merchantId, id));
                refuse(objections(c, merchantId, Material.of(identity)));
                refuse(identity.validate(expected(c, merchantId), clock.instant()));
              }
              store.activate(c, merchantId, row, clock.instant());
              audit.record(
                  c, staff, "IDENTITY_ACTIVATED", "identity:" + id, Map.of("name", row.name()));
              return store.get(c, merchantId, id);
            });
    changed.accept(merchantId);
    return done;
  }

  void delete(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    database.inTenant(
        merchantId,
        c -> {
          IdentityStore.Row row = store.get(c, merchantId, id);
          if (row.state().equals("ACTIVE")) {
            throw state("он в работе", "it is in use");
          }
          store.delete(c, merchantId, id);
          audit.record(c, staff, "IDENTITY_DELETED", "identity:" + id, Map.of("name", row.name()));
          return true;
        });
  }

  /**
   * Cards keep their passTypeIdentifier and team for life, so once there are cards only the same
   * may follow.
   */
  private ApplePassIdentity.Expected expected(Connection c, long merchantId) throws SQLException {
    if (!IdentityStore.hasCards(c, merchantId)) {
      return ApplePassIdentity.Expected.anything();
    }
    ApplePassIdentity used =
        store.active(c, merchantId, Kind.APPLE_PASS).map(Material::apple).orElse(signing.usual());
    return new ApplePassIdentity.Expected(used.passTypeIdentifier(), used.teamIdentifier(), false);
  }

  /** What is wrong now, besides what never changes. */
  private List<io.kartela.certs.Problem> objections(
      Connection c, long merchantId, Material material) throws SQLException {
    return material.kind() == Kind.APPLE_PASS
        ? Material.apple(material.secret()).validate(expected(c, merchantId), clock.instant())
        : List.of();
  }

  /** A password that was pasted may have brought a space or a line end along. */
  private static Loaded<Material> readWithSpacesOrWithout(Files files) {
    Loaded<Material> asGiven = read(files);
    String given = files.password;
    boolean wrong =
        asGiven instanceof Loaded.Refused<Material> refused
            && refused.reason() == io.kartela.certs.Problem.Reason.WRONG_PASSWORD;
    return wrong && given != null && !given.strip().equals(given)
        ? read(files.with(given.strip()))
        : asGiven;
  }

  private static Loaded<Material> read(Files files) {
    char[] password = files.password == null ? null : files.password.toCharArray();
    String text = files.text == null ? "" : files.text;
    return switch (files.kind) {
      case APPLE_PASS -> apple(files, text, password);
      case GOOGLE_ACCOUNT -> map(GoogleServiceAccount.parse(text), Material::of);
      case NFC_KEY ->
          files.generate
              ? new Loaded.Ok<>(Material.of(NfcKey.generate()))
              : map(NfcKey.fromPem(text, password), Material::of);
      case APPLE_REQUEST -> throw new IllegalArgumentException("a request is made, not imported");
    };
  }

  private static Loaded<Material> apple(Files files, String text, char @Nullable [] password) {
    X509Certificate wwdr = null;
    if (files.intermediate != null) {
      Loaded<X509Certificate> read = ApplePassIdentity.readCertificate(files.intermediate);
      if (read instanceof Loaded.Refused<X509Certificate>(var problems)) {
        return new Loaded.Refused<>(problems);
      }
      wwdr = read.orThrow();
    }
    return map(
        files.p12 == null
            ? ApplePassIdentity.fromPem(text, password, wwdr)
            : ApplePassIdentity.fromPkcs12(files.p12, password, wwdr),
        Material::of);
  }

  private interface Describe<T> {
    Material of(T value);
  }

  private static <T> Loaded<Material> map(Loaded<T> loaded, Describe<T> describe) {
    return switch (loaded) {
      case Loaded.Ok<T>(T value) -> new Loaded.Ok<>(describe.of(value));
      case Loaded.Refused<T>(var problems) -> new Loaded.Refused<>(problems);
    };
  }

  private static <T> T orRefuse(Loaded<T> loaded) {
    refuse(loaded.problems());
    return loaded.orThrow();
  }

  private static void refuse(List<io.kartela.certs.Problem> problems) {
    if (!problems.isEmpty()) {
      throw Problem.of(
          ProblemCode.IDENTITY_REFUSED,
          problems.stream()
              .map(
                  p ->
                      new Problem.FieldError(
                          "", p.reason().name(), p.text(RUSSIAN), p.text(Locale.ENGLISH)))
              .toList());
    }
  }

  private static Problem state(String ru, String en) {
    return new Problem(ProblemCode.IDENTITY_STATE, new LocalText(ru, en));
  }

  static byte[] pemOrDer(String text) {
    if (text.contains("-----BEGIN")) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return java.util.Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
