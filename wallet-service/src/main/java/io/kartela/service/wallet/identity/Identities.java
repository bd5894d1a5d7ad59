package io.kartela.service.wallet.identity;

import io.kartela.certs.ApplePassIdentity;
import io.kartela.certs.AppleSigningRequest;
import io.kartela.certs.GoogleServiceAccount;
import io.kartela.certs.Loaded;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Imports, checks and exchanges a merchant's identities. Thread-safe. */
final class Identities {

  private final Database database;
  private final Ids ids;
  private final IdentityStore store;
  private final SigningIdentities signing;
  private final Audit audit;
  private final InstantSource clock;
  private final GoogleOpinion google;
  private final LongConsumer changed;

  /** What Google has against an account at an issuer; asks Google. */
  @FunctionalInterface
  interface GoogleOpinion {
    List<io.kartela.certs.IdentityProblem> of(
        GoogleServiceAccount account, @Nullable String issuerId);
  }

  /**
   * Collects what is needed.
   *
   * @param changed hears of the merchants who use another identity now
   */
  Identities(
      House house,
      IdentityStore store,
      SigningIdentities signing,
      Audit audit,
      GoogleOpinion google,
      LongConsumer changed) {
    this.database = house.database();
    this.ids = house.ids();
    this.store = store;
    this.signing = signing;
    this.audit = audit;
    this.clock = house.clock();
    this.google = google;
    this.changed = changed;
  }

  List<IdentityStore.Row> all(long merchantId) {
    return database.inTenant(merchantId, c -> store.all(c, merchantId));
  }

  IdentityStore.Row get(long merchantId, long id) {
    return database.inTenant(merchantId, c -> store.get(c, merchantId, id));
  }

  /** Every objection a phone, Google or a reader would have; empty when it may be used. */
  List<io.kartela.certs.IdentityProblem> preflight(long merchantId, IdentityFiles files) {
    Loaded<Material> loaded = files.read();
    return switch (loaded) {
      case Loaded.Refused<Material>(var problems) -> problems;
      case Loaded.Ok<Material>(var material) ->
          material.kind() == IdentityKind.GOOGLE_ACCOUNT
              ? google.of(Material.google(material.secret()), files.issuerId())
              : database.inTenant(merchantId, c -> objections(c, merchantId, material));
    };
  }

  /** Keeps what may be used one day: expired and foreign material is refused at once. */
  IdentityStore.Row add(StaffPrincipal staff, IdentityFiles files, @Nullable String name) {
    Material material = orRefuse(files.read());
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
          lock(c, merchantId);
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

  /** What one owner sees of the others' states holds until his own change is made. */
  private static void lock(Connection c, long merchantId) throws SQLException {
    NamedLock.alone(c, "identities:" + merchantId);
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
          lock(c, merchantId);
          IdentityStore.Row row = store.get(c, merchantId, id);
          if (row.kind() != IdentityKind.APPLE_REQUEST) {
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
    askGoogle(merchantId, id);
    IdentityStore.Row done =
        database.inTenant(
            merchantId,
            c -> {
              lock(c, merchantId);
              IdentityStore.Row row = store.get(c, merchantId, id);
              if (row.kind() == IdentityKind.APPLE_REQUEST) {
                throw state(
                    "запрос ждёт сертификата Apple", "the request waits for Apple's certificate");
              }
              if (row.kind() == IdentityKind.APPLE_PASS) {
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

  /** Outside of a transaction: Google may take its time. */
  private void askGoogle(long merchantId, long id) {
    IdentityStore.Row row = get(merchantId, id);
    if (row.kind() == IdentityKind.GOOGLE_ACCOUNT) {
      String secret = database.inTenant(merchantId, c -> store.secret(c, merchantId, id));
      refuse(google.of(Material.google(secret), issuer(row)));
    }
  }

  private static @Nullable String issuer(IdentityStore.Row row) {
    String issuerId = row.detail().path("issuerId").asString("");
    return issuerId.isEmpty() ? null : issuerId;
  }

  /** Cards are written by an account of their issuer for life. */
  private void refuseWritesCards(Connection c, long merchantId, IdentityStore.Row row)
      throws SQLException {
    String issuerId = issuer(row);
    if (row.kind() != IdentityKind.GOOGLE_ACCOUNT
        || issuerId == null
        || !row.state().equals("RETIRED")) {
      return;
    }
    boolean another =
        store.all(c, merchantId).stream()
            .anyMatch(
                other ->
                    other.id() != row.id()
                        && !other.state().equals("STORED")
                        && issuerId.equals(issuer(other)));
    if (!another && IdentityStore.hasClasses(c, merchantId, issuerId)) {
      throw state(
          "им обновляются карты, выпущенные для издателя " + issuerId,
          "it updates the cards that were made for the issuer " + issuerId);
    }
  }

  void delete(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    database.inTenant(
        merchantId,
        c -> {
          lock(c, merchantId);
          IdentityStore.Row row = store.get(c, merchantId, id);
          if (row.state().equals("ACTIVE")) {
            throw state("он в работе", "it is in use");
          }
          refuseWritesCards(c, merchantId, row);
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
        store
            .active(c, merchantId, IdentityKind.APPLE_PASS)
            .map(Material::apple)
            .orElse(signing.usual());
    return new ApplePassIdentity.Expected(used.passTypeIdentifier(), used.teamIdentifier(), false);
  }

  /** What is wrong now, besides what never changes. */
  private List<io.kartela.certs.IdentityProblem> objections(
      Connection c, long merchantId, Material material) throws SQLException {
    return material.kind() == IdentityKind.APPLE_PASS
        ? Material.apple(material.secret()).validate(expected(c, merchantId), clock.instant())
        : List.of();
  }

  private static <T> T orRefuse(Loaded<T> loaded) {
    refuse(loaded.problems());
    return loaded.orThrow();
  }

  private static void refuse(List<io.kartela.certs.IdentityProblem> problems) {
    if (!problems.isEmpty()) {
      throw Problem.of(
          ProblemCode.IDENTITY_REFUSED,
          problems.stream().map(p -> Problem.FieldError.of("", p)).toList());
    }
  }

  private static Problem state(String ru, String en) {
    return new Problem(ProblemCode.IDENTITY_STATE, new LocalText(ru, en));
  }
}
