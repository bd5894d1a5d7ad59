package io.kartela.service.shop.store;

import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the owner does with stores; each stands in the audit. Thread-safe. */
final class Places {
  private static final int MOST = 10_000;

  private final Stores stores;
  private final Audit audit;
  private final InstantSource clock;

  /** A store as it is sent, nothing of it checked. */
  record Request(
      @Nullable String name,
      @Nullable String zone,
      @Nullable String address,
      @Nullable List<@Nullable String> hours) {

    Place check() {
      Check check = new Check();
      String called = check.line("name", name, 100);
      check.require(
          zone != null && ZoneId.getAvailableZoneIds().contains(zone),
          "zone",
          "INVALID",
          "выберите часовой пояс",
          "choose a time zone");
      String where =
          address == null || address.isBlank() ? "" : check.line("address", address, 300);
      String open = Hours.check(check, hours);
      check.done();
      return new Place(called, zone == null ? "" : zone, where, open);
    }
  }

  record Place(String name, String zone, String address, String hours) {}

  Places(Stores stores, Audit audit, InstantSource clock) {
    this.stores = stores;
    this.audit = audit;
    this.clock = clock;
  }

  String create(StaffPrincipal staff, Place place) {
    long merchantId = staff.merchantId();
    return stores.change(
        merchantId,
        (em, c) -> {
          if (stores.count(em, merchantId) >= MOST) {
            throw new Problem(ProblemCode.TOO_MANY_STORES, MOST);
          }
          long id = stores.createStore(em, merchantId, place.name, ZoneId.of(place.zone));
          em.flush();
          StoreEntity store = find(em, merchantId, id);
          store.address = place.address;
          store.hours = place.hours;
          audit.record(c, staff, "STORE_CREATED", "store:" + id, Map.of("name", place.name));
          return Long.toString(id);
        });
  }

  void change(StaffPrincipal staff, long storeId, Place now) {
    boolean _ =
        stores.change(
            staff.merchantId(),
            (em, c) -> {
              StoreEntity store = find(em, staff.merchantId(), storeId);
              if (store.closedAt != null) {
                throw new Problem(ProblemCode.STORE_CLOSED);
              }
              Changes changes =
                  new Changes()
                      .of("name", store.name, now.name)
                      .of("zone", store.zone, now.zone)
                      .of("address", store.address, now.address)
                      .of("hours", store.hours, now.hours);
              if (!changes.none()) {
                audit.record(
                    c, staff, "STORE_CHANGED", "store:" + storeId, changes.detail(store.name));
              }
              store.name = now.name;
              store.zone = now.zone;
              store.address = now.address;
              store.hours = now.hours;
              return true;
            });
  }

  /**
   * Closes the store; its receipts stay.
   *
   * @param registersToo its registers are closed with it; otherwise those at work refuse it
   */
  void close(StaffPrincipal staff, long storeId, boolean registersToo) {
    boolean _ =
        stores.change(
            staff.merchantId(),
            (em, c) -> {
              StoreEntity store = find(em, staff.merchantId(), storeId);
              if (store.closedAt != null) {
                return false;
              }
              List<RegisterEntity> working = stores.working(em, staff.merchantId(), storeId);
              if (!working.isEmpty() && !registersToo) {
                throw new Problem(ProblemCode.STORE_HAS_REGISTERS, working.size());
              }
              working.forEach(register -> register.revokedAt = clock.instant());
              store.closedAt = clock.instant();
              audit.record(
                  c,
                  staff,
                  "STORE_CLOSED",
                  "store:" + storeId,
                  Map.of("name", store.name, "registers", working.size()));
              return true;
            });
  }

  /** Opens a closed store again. Its registers stay closed: nobody knows who has their keys. */
  void reopen(StaffPrincipal staff, long storeId) {
    boolean _ =
        stores.change(
            staff.merchantId(),
            (em, c) -> {
              StoreEntity store = find(em, staff.merchantId(), storeId);
              if (store.closedAt == null) {
                return false;
              }
              store.closedAt = null;
              audit.record(
                  c, staff, "STORE_REOPENED", "store:" + storeId, Map.of("name", store.name));
              return true;
            });
  }

  /** Locked: a register is not made while its store closes. */
  static StoreEntity find(EntityManager em, long merchantId, long storeId) {
    StoreEntity store =
        em.find(
            StoreEntity.class,
            new io.kartela.service.platform.db.TenantId(merchantId, storeId),
            LockModeType.PESSIMISTIC_WRITE);
    if (store == null) {
      throw new Problem(ProblemCode.STORE_NOT_FOUND);
    }
    return store;
  }
}
