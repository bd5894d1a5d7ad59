package io.kartela.service.shop.operator;

import io.kartela.rules.Program;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Invitations;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.store.Stores;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens merchants: everything one needs to sell with bonuses, in one transaction, so that nothing
 * half-made can be met. Thread-safe.
 */
public final class Openings {
  private final Jpa jpa;
  private final Ids ids;
  private final Merchants merchants;
  private final FirstProgram programs;
  private final Stores stores;
  private final Invitations invitations;
  private final OperatorAudit audit;
  private final URI publicUrl;

  /**
   * A merchant that was opened. The key and the token are never shown again.
   *
   * @param joinUrl where customers sign up
   */
  public record Opened(
      String merchantId,
      String slug,
      String joinUrl,
      Invited owner,
      StoreMade store,
      Stores.NewRegister register) {}

  /** The program that a shop begins with. */
  public interface FirstProgram {
    /** Ready programs, as screens show them. */
    List<?> templates();

    /** The document of a ready program for this time zone; empty: there is none of this name. */
    Optional<String> template(String id, ZoneId zone);

    /**
     * Publishes it.
     *
     * @param chosen somebody chose it for this shop
     */
    void publish(Connection c, long merchantId, Program program, boolean chosen)
        throws SQLException;
  }

  /** Somebody who may set a password once, with this token. */
  record Invited(String email, Lang locale, String shop, Invitations.Invitation invitation) {}

  record StoreMade(String id, String name, String zone) {}

  public Openings(
      House house,
      Jpa jpa,
      Merchants merchants,
      FirstProgram programs,
      Stores stores,
      Invitations invitations,
      OperatorAudit audit) {
    this.jpa = jpa;
    this.ids = house.ids();
    this.merchants = merchants;
    this.programs = programs;
    this.stores = stores;
    this.invitations = invitations;
    this.audit = audit;
    this.publicUrl = house.publicUrl();
  }

  List<?> templates() {
    return programs.templates();
  }

  /** Opens what is described by this JSON; a problem tells everything that is wrong with it. */
  public Opened open(byte[] json) {
    return open(Http.parse(json, OpeningRequest.class));
  }

  Opened open(OpeningRequest request) {
    OpeningRequest.Checked wanted = request.check(programs);
    long id = ids.next();
    return jpa.inTenantMixed(
        id,
        (em, c) -> {
          Merchant merchant =
              new Merchant(
                  id,
                  wanted.slug(),
                  LocalText.same(wanted.name()),
                  new LocalText(wanted.descriptionRu(), wanted.descriptionEn()),
                  wanted.zone(),
                  wanted.locale(),
                  wanted.color());
          if (!merchants.reserve(c, merchant)) {
            throw new Problem(ProblemCode.SLUG_TAKEN, wanted.slug());
          }
          merchants.create(em, merchant);
          em.flush(); // the program names categories in the shop's language
          programs.publish(c, id, wanted.program(), request.choosesProgram());
          long storeId = stores.createStore(em, id, wanted.storeName(), wanted.storeZone());
          em.flush();
          Stores.NewRegister register =
              stores.createRegister(em, id, storeId, wanted.registerName());
          Invitations.Invitation invitation = invite(em, c, id, wanted.owner());
          em.flush();
          audit.record(
              c,
              "MERCHANT_OPENED",
              id,
              Map.of("slug", wanted.slug(), "owner", wanted.owner().email()));
          return new Opened(
              Long.toString(id),
              wanted.slug(),
              publicUrl.resolve("/join/" + wanted.slug()).toString(),
              new Invited(
                  wanted.owner().email(), wanted.owner().locale(), wanted.name(), invitation),
              new StoreMade(Long.toString(storeId), wanted.storeName(), wanted.storeZone().getId()),
              register);
        });
  }

  private Invitations.Invitation invite(
      jakarta.persistence.EntityManager em, Connection c, long id, OpeningRequest.Owner owner)
      throws SQLException {
    return invitations.invite(em, c, id, owner.email(), owner.name(), Role.OWNER, owner.locale());
  }

  /** Another owner, or another token for one who did not use his or forgot the password. */
  Invited inviteOwner(long merchantId, String shop, OpeningRequest.Owner owner) {
    return jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          Invitations.Invitation invitation = invite(em, c, merchantId, owner);
          em.flush();
          audit.record(c, "OWNER_INVITED", merchantId, Map.of("owner", owner.email()));
          return new Invited(owner.email(), owner.locale(), shop, invitation);
        });
  }
}
