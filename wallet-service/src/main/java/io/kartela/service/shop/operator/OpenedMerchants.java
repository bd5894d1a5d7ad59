package io.kartela.service.shop.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.secondfactor.LostFactors;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The merchants as the operator sees them: their doors, not their customers. Thread-safe. */
public final class OpenedMerchants {
  private static final String COLUMNS =
      "SELECT merchant_id, slug, name, zone, locale, created_at, disabled_at FROM kartela.merchant";

  private final Database database;
  private final Merchants merchants;
  private final OperatorAudit audit;
  private final InstantSource clock;
  private volatile boolean some;

  /**
   * One merchant.
   *
   * @param disabledAt since when nobody gets in; null: open
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String merchantId,
      String slug,
      String name,
      String zone,
      String locale,
      Instant openedAt,
      @Nullable Instant disabledAt) {}

  public OpenedMerchants(
      Database database, Merchants merchants, OperatorAudit audit, InstantSource clock) {
    this.database = database;
    this.merchants = merchants;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Which merchants are wanted.
   *
   * @param q a part of the name or the address; empty: any
   * @param closed null: either
   */
  record Filter(String q, @Nullable Boolean closed) {}

  List<View> page(Filter filter, int limit, @Nullable Long after) {
    return database.asOperator(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  COLUMNS
                      + """
                       WHERE merchant_id > ? AND position(lower(?) IN lower(name || ' ' || slug)) > 0
                        AND (?::boolean IS NULL OR (disabled_at IS NOT NULL) = ?)
                      ORDER BY merchant_id LIMIT ?
                      """)) {
            s.setLong(1, after == null ? 0 : after);
            s.setString(2, filter.q);
            s.setObject(3, filter.closed, Types.BOOLEAN);
            s.setObject(4, filter.closed, Types.BOOLEAN);
            s.setInt(5, limit);
            List<View> views = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                views.add(view(r));
              }
            }
            return views;
          }
        });
  }

  List<OperatorAudit.Entry> audit(int limit, @Nullable Long before) {
    return database.asOperator(c -> OperatorAudit.page(c, limit, before));
  }

  /** Whether this installation has no merchant yet. */
  boolean none() {
    if (some) {
      return false;
    }
    boolean none = page(new Filter("", null), 1, null).isEmpty();
    some = !none; // merchants are closed, never removed
    return none;
  }

  View get(long merchantId) {
    return database.asOperator(c -> find(c, merchantId));
  }

  private static View find(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(COLUMNS + " WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.MERCHANT_NOT_FOUND);
        }
        return view(r);
      }
    }
  }

  private static View view(ResultSet r) throws SQLException {
    Timestamp disabled = r.getTimestamp(7);
    return new View(
        Long.toString(r.getLong(1)),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getTimestamp(6).toInstant(),
        disabled == null ? null : disabled.toInstant());
  }

  /** Lets nobody of the merchant in any more, or in again; cards go on showing what they show. */
  View disable(long merchantId, boolean disabled) {
    View before = get(merchantId);
    if ((before.disabledAt != null) == disabled) {
      return before;
    }
    View after =
        database.inTenant(
            merchantId,
            c -> {
              audit.record(
                  c, disabled ? "MERCHANT_DISABLED" : "MERCHANT_ENABLED", merchantId, Map.of());
              update(c, merchantId, disabled ? clock.instant() : null);
              return find(c, merchantId);
            });
    merchants.forget(merchantId);
    return after;
  }

  /**
   * For an owner who lost phone or passkey, and has nobody else to ask.
   *
   * @param email of the owner
   * @return whom to tell
   */
  StaffPrincipal resetFactors(long merchantId, String email) {
    return database.inTenant(
        merchantId,
        c -> {
          StaffPrincipal owner = owner(c, merchantId, email.toLowerCase(Locale.ROOT));
          LostFactors.reset(c, merchantId, owner.staffId());
          audit.record(c, "OWNER_SECOND_FACTOR_RESET", merchantId, Map.of("owner", owner.email()));
          return owner;
        });
  }

  private static StaffPrincipal owner(Connection c, long merchantId, String email)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT staff_id FROM kartela.staff WHERE merchant_id = ? AND email = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, email);
      try (ResultSet r = s.executeQuery()) {
        return (r.next()
                ? Sessions.person(c, merchantId, r.getLong(1))
                : Optional.<StaffPrincipal>empty())
            .filter(person -> person.role() == Role.OWNER)
            .orElseThrow(() -> new Problem(ProblemCode.OWNER_NOT_FOUND));
      }
    }
  }

  private static void update(Connection c, long merchantId, @Nullable Instant at)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("UPDATE kartela.merchant SET disabled_at = ? WHERE merchant_id = ?")) {
      s.setTimestamp(1, at == null ? null : Timestamp.from(at));
      s.setLong(2, merchantId);
      s.executeUpdate();
    }
  }
}
