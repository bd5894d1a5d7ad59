package io.kartela.service.shop.team;

import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.secondfactor.LostFactors;
import io.kartela.service.shop.staff.Invitations;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an owner does with the shop's people; each stands in the audit. Nobody touches their own
 * role or access, so an owner is always left. Thread-safe.
 */
final class Team {
  private static final int MOST = 1_000;

  private final Jpa jpa;
  private final Invitations invitations;
  private final Audit audit;
  private final InstantSource clock;

  /** Somebody to invite. */
  record Newcomer(String email, String name, Job job, Lang locale) {}

  /**
   * As what somebody works.
   *
   * @param stores of a manager; otherwise none
   */
  record Job(Role role, Set<Long> stores) {}

  /** Somebody with the link that is shown once. */
  record Invited(
      Colleague colleague, Lang locale, String shop, Invitations.Invitation invitation) {}

  Team(Jpa jpa, Invitations invitations, Audit audit, InstantSource clock) {
    this.jpa = jpa;
    this.invitations = invitations;
    this.audit = audit;
    this.clock = clock;
  }

  List<Colleague> list(long merchantId) {
    return jpa.inTenantMixed(merchantId, (em, c) -> TeamStore.all(c, merchantId, clock.instant()));
  }

  Invited invite(StaffPrincipal owner, Newcomer wanted) {
    long merchantId = owner.merchantId();
    String email = wanted.email.toLowerCase(Locale.ROOT);
    return jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          TeamStore.lockOwners(c, owner);
          List<Colleague> all = TeamStore.all(c, merchantId, clock.instant());
          if (all.size() >= MOST) {
            throw new Problem(ProblemCode.TOO_MANY_STAFF, MOST);
          }
          if (all.stream()
              .anyMatch(p -> p.email().equals(email) && p.state() != Colleague.State.ENDED)) {
            throw new Problem(ProblemCode.STAFF_EXISTS);
          }
          return invited(em, c, owner, wanted, "STAFF_INVITED");
        });
  }

  private Invited invited(
      EntityManager em, Connection c, StaffPrincipal owner, Newcomer wanted, String what)
      throws SQLException {
    long merchantId = owner.merchantId();
    Invitations.Invitation invitation =
        invitations.invite(
            em, c, merchantId, wanted.email, wanted.name, wanted.job.role, wanted.locale);
    em.flush();
    Colleague made =
        TeamStore.byEmail(c, merchantId, wanted.email.toLowerCase(Locale.ROOT), clock.instant());
    if (made == null) {
      throw new IllegalStateException("who was invited is not there");
    }
    TeamStore.setStores(c, merchantId, made.id(), wanted.job.stores);
    audit.record(
        c,
        owner,
        what,
        subject(made),
        Map.of("name", made.name(), "email", made.email(), "role", made.role().name()));
    return new Invited(
        TeamStore.get(c, merchantId, made.id(), clock.instant()),
        wanted.locale,
        TeamStore.shop(c, merchantId),
        invitation);
  }

  /** Another link, for one who did not use theirs or forgot the password. */
  Invited renew(StaffPrincipal owner, long id) {
    return jpa.inTenantMixed(
        owner.merchantId(),
        (em, c) -> {
          Colleague known = other(c, owner, id);
          return invited(
              em,
              c,
              owner,
              new Newcomer(
                  known.email(),
                  known.name(),
                  new Job(known.role(), known.stores()),
                  owner.locale()),
              "STAFF_LINK_RENEWED");
        });
  }

  void revokeLink(StaffPrincipal owner, long id) {
    boolean _ =
        jpa.inTenantMixed(
            owner.merchantId(),
            (em, c) -> {
              Colleague known = other(c, owner, id);
              if (known.times().invitedUntil() != null) {
                Invitations.end(c, owner.merchantId(), id);
                audit.record(
                    c, owner, "STAFF_LINK_REVOKED", subject(known), Map.of("name", known.name()));
              }
              return true;
            });
  }

  /** Another name, role or stores, which counts from the next click on. */
  void change(StaffPrincipal owner, long id, String name, Job job) {
    boolean _ =
        jpa.inTenantMixed(
            owner.merchantId(),
            (em, c) -> {
              TeamStore.lockOwners(c, owner);
              Colleague known = TeamStore.get(c, owner.merchantId(), id, clock.instant());
              if (id == owner.staffId() && job.role != known.role()) {
                throw new Problem(ProblemCode.STAFF_SELF);
              }
              requireHere(known);
              Changes changes =
                  new Changes()
                      .of("name", known.name(), name)
                      .of("role", known.role().name(), job.role.name())
                      .of(
                          "stores",
                          TeamStore.names(c, owner, known.stores()),
                          TeamStore.names(c, owner, job.stores));
              if (!changes.none()) {
                TeamStore.change(c, owner.merchantId(), id, name, job.role);
                TeamStore.setStores(c, owner.merchantId(), id, job.stores);
                audit.record(
                    c, owner, "STAFF_CHANGED", subject(known), changes.detail(known.name()));
              }
              return true;
            });
  }

  /** Ends somebody's access: their sessions and links with it, now. */
  void end(StaffPrincipal owner, long id) {
    boolean _ =
        jpa.inTenantMixed(
            owner.merchantId(),
            (em, c) -> {
              Colleague known = other(c, owner, id);
              TeamStore.end(c, owner.merchantId(), id, clock.instant());
              Invitations.end(c, owner.merchantId(), id);
              Sessions.endAll(c, owner.merchantId(), id);
              LostFactors.forget(c, owner.merchantId(), id);
              audit.record(
                  c,
                  owner,
                  "STAFF_ENDED",
                  subject(known),
                  Map.of("name", known.name(), "role", known.role().name()));
              return true;
            });
  }

  /** Ends all sessions of somebody, who may sign in again. */
  void signOut(StaffPrincipal owner, long id) {
    boolean _ =
        jpa.inTenantMixed(
            owner.merchantId(),
            (em, c) -> {
              Colleague known = other(c, owner, id);
              Sessions.endAll(c, owner.merchantId(), id);
              audit.record(
                  c, owner, "STAFF_SIGNED_OUT", subject(known), Map.of("name", known.name()));
              return true;
            });
  }

  /**
   * For one who lost phone or passkey: from now on the password is enough, until they set it up.
   */
  StaffPrincipal resetFactors(StaffPrincipal owner, long id) {
    return jpa.inTenantMixed(
        owner.merchantId(),
        (em, c) -> {
          Colleague known = other(c, owner, id);
          StaffPrincipal person =
              Sessions.person(c, owner.merchantId(), id)
                  .orElseThrow(() -> new Problem(ProblemCode.STAFF_ENDED));
          LostFactors.reset(c, owner.merchantId(), id);
          audit.record(
              c, owner, "STAFF_SECOND_FACTOR_RESET", subject(known), Map.of("name", known.name()));
          return person;
        });
  }

  /** Somebody else who gets in or is to. */
  private Colleague other(Connection c, StaffPrincipal owner, long id) throws SQLException {
    TeamStore.lockOwners(c, owner);
    Colleague known = TeamStore.get(c, owner.merchantId(), id, clock.instant());
    if (id == owner.staffId()) {
      throw new Problem(ProblemCode.STAFF_SELF);
    }
    requireHere(known);
    return known;
  }

  private static void requireHere(Colleague colleague) {
    if (colleague.state() == Colleague.State.ENDED) {
      throw new Problem(ProblemCode.STAFF_ENDED);
    }
  }

  private static String subject(Colleague colleague) {
    return "staff:" + colleague.id();
  }
}
