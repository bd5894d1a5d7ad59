package io.kartela.service.member.profile;

import io.kartela.service.code.Cards;
import io.kartela.service.code.Phone;
import io.kartela.service.member.consent.Consents;
import io.kartela.service.member.consent.Evidence;
import io.kartela.service.member.referral.InviteReply;
import io.kartela.service.member.referral.Invites;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a person a member: profile, consents, standing, wallet code, pass and the welcome gift, in
 * one transaction.
 */
public final class Enrolment {
  /** For JPA. */
  public static final Class<?> ENTITY = MemberEntity.class;

  private final Jpa jpa;
  private final Ids ids;
  private final Members members = new Members();
  private final Cards cards;
  private final Passes passes;
  private final Invites invites;
  private final Terms terms;
  private final InstantSource clock;

  /** What the program gives a newcomer. */
  public interface Terms {
    /** The tier that a newcomer starts in. */
    String startingTier(long merchantId);

    /**
     * Books the welcome gift, if the program has one, in the same transaction.
     *
     * @param invited whether a member brought them: there may be a gift for that, too
     */
    void welcome(Connection c, long merchantId, long memberId, boolean invited, Instant now)
        throws SQLException;
  }

  /** Who wants to join. The phone has been proven, or a cashier vouches for it. */
  public record Person(
      Phone phone,
      String name,
      Lang locale,
      @Nullable LocalDate birthDate,
      boolean consentMessages) {}

  /**
   * The member and the card.
   *
   * @param created false when the phone was a member already; nothing was changed then
   * @param here whether the card may be told to who asks: a code was told, or it is the card of
   *     this very request
   * @param invite null when no code was brought along
   */
  public record Enrolled(
      long memberId, PassRef pass, boolean created, boolean here, @Nullable InviteReply invite) {}

  public Enrolment(Jpa jpa, House house, Cards cards, Passes passes, Invites invites, Terms terms) {
    this.jpa = jpa;
    this.ids = house.ids();
    this.cards = cards;
    this.passes = passes;
    this.invites = invites;
    this.terms = terms;
    this.clock = house.clock();
  }

  public Enrolled enrol(long merchantId, Person person, Evidence where) {
    return enrol(merchantId, person, where, null);
  }

  /** Who signs somebody up without a code from the phone: the register, and its request's key. */
  private record Voucher(RegisterPrincipal register, String key) {}

  /**
   * A cashier vouches for the phone: nobody has told a code that was sent there. Whose the phone is
   * already is told, but not the card; the same request again gets the same answer.
   */
  Enrolled vouched(RegisterPrincipal register, String key, Person person, @Nullable String invite) {
    return enrol(
        register.merchantId(),
        person,
        new Evidence.AtTill(register),
        new Voucher(register, key),
        invite);
  }

  /**
   * As {@link #enrol(long, Person, Evidence)}.
   *
   * @param invite the code of who invites, as it was typed; null: none. A code that is not taken
   *     never stops anybody
   */
  public Enrolled enrol(long merchantId, Person person, Evidence where, @Nullable String invite) {
    return enrol(merchantId, person, where, null, invite);
  }

  private Enrolled enrol(
      long merchantId,
      Person person,
      Evidence where,
      @Nullable Voucher voucher,
      @Nullable String invite) {
    try {
      return jpa.inTenantMixed(
          merchantId,
          (em, c) -> {
            Optional<MemberRef> known = members.byPhone(c, merchantId, person.phone().e164());
            if (known.isPresent()) {
              agreesNow(c, merchantId, known.get().id(), person, where, voucher);
              return existing(c, merchantId, known.get(), voucher, invite);
            }
            Instant now = clock.instant();
            MemberEntity member = entity(merchantId, person, now);
            RegisterPrincipal register = where.till();
            if (register != null) {
              member.signedUpRegister = register.registerId();
              member.signedUpCashier = register.cashierId();
            }
            if (voucher != null) {
              member.signedUpKey = voucher.key;
            }
            InviteReply reply = invite == null ? null : invited(c, member, invite);
            em.persist(member);
            em.flush();
            Consents.joined(c, merchantId, member.id, person.consentMessages(), where, now);
            members.open(c, merchantId, member.id, terms.startingTier(merchantId), now);
            cards.issue(c, merchantId, member.id, voucher == null, now);
            PassRef pass = passes.create(c, merchantId, member.id);
            terms.welcome(c, merchantId, member.id, member.invitedBy != null, now);
            return new Enrolled(member.id, pass, true, true, reply);
          });
    } catch (DatabaseException | jakarta.persistence.PersistenceException e) {
      // Two tills signed the same phone up at once: the other one won, its member is the answer.
      return jpa.inTenantMixed(
          merchantId,
          (em, c) ->
              existing(
                  c,
                  merchantId,
                  members.byPhone(c, merchantId, person.phone().e164()).orElseThrow(() -> e),
                  voucher,
                  invite));
    }
  }

  /** Whoever told the code agrees to what they ticked; a cashier's word for it proves nothing. */
  private void agreesNow(
      Connection c,
      long merchantId,
      long memberId,
      Person person,
      Evidence where,
      @Nullable Voucher voucher)
      throws SQLException {
    if (voucher == null) {
      Consents.joined(c, merchantId, memberId, person.consentMessages(), where, clock.instant());
    }
  }

  private Enrolled existing(
      Connection c,
      long merchantId,
      MemberRef member,
      @Nullable Voucher voucher,
      @Nullable String invite)
      throws SQLException {
    PassRef pass = passes.byMember(c, merchantId, member.id()).orElseThrow();
    boolean again = voucher != null && isSameRequest(c, member.id(), voucher);
    InviteReply reply = invite == null ? null : invites.late(c, merchantId, invite, member.id());
    return new Enrolled(member.id(), pass, again, voucher == null || again, reply);
  }

  /** Its answer was lost: the register learns nothing that it was not told before. */
  private static boolean isSameRequest(Connection c, long memberId, Voucher voucher)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.member WHERE merchant_id = ? AND member_id = ? AND"
                + " signed_up_register = ? AND signed_up_key = ?")) {
      s.setLong(1, voucher.register.merchantId());
      s.setLong(2, memberId);
      s.setLong(3, voucher.register.registerId());
      s.setString(4, voucher.key);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /** Nobody is a newcomer's descendant, so neither a circle nor an invitation of oneself can be. */
  private InviteReply invited(Connection c, MemberEntity member, String invite)
      throws SQLException {
    Optional<Invites.Inviter> inviter = invites.hold(c, member.merchantId, invite);
    if (inviter.isEmpty()) {
      return InviteReply.refused(InviteReply.Reason.INVITE_UNKNOWN);
    }
    member.invitedBy = inviter.get().memberId();
    member.invitedAt = member.createdAt;
    return InviteReply.accepted();
  }

  private MemberEntity entity(long merchantId, Person person, Instant now) {
    MemberEntity e = new MemberEntity();
    e.merchantId = merchantId;
    e.id = ids.next();
    e.phone = person.phone().e164();
    e.name = person.name();
    e.locale = person.locale().tag();
    e.birthDate = person.birthDate();
    e.birthDateEnteredAt = person.birthDate() == null ? null : now;
    e.createdAt = now;
    return e;
  }
}
