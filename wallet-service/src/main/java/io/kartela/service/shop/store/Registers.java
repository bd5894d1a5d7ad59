package io.kartela.service.shop.store;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/** What the owner does with registers and their keys; each stands in the audit. Thread-safe. */
final class Registers {
  private final Stores stores;
  private final Audit audit;
  private final InstantSource clock;

  /** A new key; it is never shown again. */
  record NewKey(String id, String key, Instant oldKeyUntil) {}

  Registers(Stores stores, Audit audit, InstantSource clock) {
    this.stores = stores;
    this.audit = audit;
    this.clock = clock;
  }

  Stores.NewRegister create(StaffPrincipal staff, long storeId, String name) {
    return stores.change(
        staff.merchantId(),
        (em, c) -> {
          Stores.NewRegister made = stores.createRegister(em, staff.merchantId(), storeId, name);
          record(c, staff, "CREATED", made.id(), Map.of("name", name));
          return made;
        });
  }

  void revoke(StaffPrincipal staff, long registerId) {
    change(
        staff,
        registerId,
        "REVOKED",
        register -> {
          if (register.revokedAt == null) {
            register.revokedAt = clock.instant();
          }
          return Map.of("name", register.name);
        });
  }

  void rename(StaffPrincipal staff, long registerId, String name) {
    change(
        staff,
        registerId,
        "RENAMED",
        register -> {
          Changes changes = new Changes().of("name", register.name, name);
          register.name = name;
          return changes.detail();
        });
  }

  /**
   * Gives the register a new key; the one before works on for a while, so that the register can be
   * reached when it suits. A former key that still worked ends now.
   */
  NewKey rotate(StaffPrincipal staff, long registerId, int keepOldHours) {
    String secret = Tokens.random();
    Instant now = clock.instant();
    Instant until = now.plus(Duration.ofHours(keepOldHours));
    change(
        staff,
        registerId,
        "KEY_ROTATED",
        register -> {
          if (register.revokedAt != null) {
            throw new Problem(ProblemCode.REGISTER_NOT_FOUND);
          }
          register.oldKeyHash = register.keyHash;
          register.oldKeyUntil = until;
          register.oldKeySeenAt = null;
          register.keyHash = Tokens.sha256(secret);
          register.keyChangedAt = now;
          return Map.of("name", register.name, "keepOldHours", keepOldHours);
        });
    return new NewKey(
        Long.toString(registerId), Stores.key(staff.merchantId(), registerId, secret), until);
  }

  /** Ends the former key before its time. */
  void endOldKey(StaffPrincipal staff, long registerId) {
    change(
        staff,
        registerId,
        "OLD_KEY_ENDED",
        register -> {
          register.oldKeyHash = null;
          register.oldKeyUntil = null;
          return Map.of("name", register.name);
        });
  }

  /**
   * @param change tells what is worth keeping of it
   */
  private void change(
      StaffPrincipal staff,
      long registerId,
      String what,
      Function<RegisterEntity, Map<String, ?>> change) {
    RegisterEntity _ =
        stores.change(
            staff.merchantId(),
            (em, c) -> {
              RegisterEntity register = Stores.register(em, staff.merchantId(), registerId);
              if (register == null || !staff.reaches(register.storeId)) {
                throw new Problem(ProblemCode.REGISTER_NOT_FOUND);
              }
              record(c, staff, what, Long.toString(registerId), change.apply(register));
              return register;
            });
  }

  private void record(
      Connection c, StaffPrincipal staff, String what, String registerId, Map<String, ?> detail)
      throws SQLException {
    audit.record(c, staff, "REGISTER_" + what, "register:" + registerId, detail);
  }
}
