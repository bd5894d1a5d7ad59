package io.kartela.service.till.plastic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Quotes;
import io.kartela.service.code.Cards;
import io.kartela.service.member.session.MemberSessions;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.CodePurpose;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.post.Message;
import io.kartela.service.message.post.Recipient;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.outbox.Outbox;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives a member another wallet card. A code that leaked is replaced on the phones that hold the
 * card; a lost phone must not get the new one, so its card ends and another is issued beside it.
 * Thread-safe.
 */
public final class Reissues {
  /** Who has not got the link by then stands in the shop again. */
  private static final Duration LINK_IN_TIME = Duration.ofDays(1);

  private final Database database;
  private final Merchants merchants;
  private final Members members = new Members();
  private final PlasticStore store;
  private final Passes passes;
  private final CardTerms terms;
  private final ReissueLog log = new ReissueLog();
  private final OneTimeTexts texts;
  private final Audit audit;
  private final InstantSource clock;
  private final URI publicUrl;

  /** Why. */
  enum Reason {
    /** Somebody copied the code: the card stays where it is and gets another code. */
    CODE_LEAKED,
    /** The phone is in somebody else's hands: its card ends. */
    PHONE_LOST,
    /** The card's time is over, or nearly: it counts anew, with the same code. */
    RENEWAL
  }

  /**
   * A wish.
   *
   * @param send whether the member is sent the new card's link
   * @param key makes it happen once; null: each wish is its own
   */
  record Wanted(long memberId, Reason reason, boolean send, @Nullable String key) {
    private String bodyHash() {
      return memberId + " " + reason + " " + send;
    }
  }

  /**
   * What came of it.
   *
   * @param validUntil the card's last second; null: it does not end
   * @param cardUrl where the new card is added; null when the card stayed
   * @param sent whether the link was sent; null when nobody asked for that
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reissued(
      String id,
      String kind,
      String status,
      @Nullable String number,
      Reason reason,
      @Nullable Instant validUntil,
      @Nullable String cardUrl,
      @Nullable Boolean sent) {
    private Reissued withSent(boolean now) {
      return new Reissued(id, kind, status, number, reason, validUntil, cardUrl, now);
    }
  }

  public Reissues(
      House house,
      Merchants merchants,
      PlasticStore store,
      Passes passes,
      CardTerms terms,
      OneTimeTexts texts,
      Audit audit) {
    this.database = house.database();
    this.merchants = merchants;
    this.store = store;
    this.passes = passes;
    this.terms = terms;
    this.texts = texts;
    this.audit = audit;
    this.clock = house.clock();
    this.publicUrl = house.publicUrl();
  }

  /** What the transaction left behind. */
  private record Booked(Reissued answer, MemberRef member) {}

  Reissued reissue(StaffPrincipal staff, Wanted wanted) {
    long merchantId = staff.merchantId();
    Booked booked = database.inTenant(merchantId, c -> once(c, staff, wanted));
    Reissued answer = booked.answer;
    if (!wanted.send || Boolean.TRUE.equals(answer.sent)) {
      return answer;
    }
    boolean sent = send(merchantId, booked.member, answer);
    if (sent && wanted.key != null) {
      Reissued now = answer.withSent(true);
      boolean _ =
          database.inTenant(
              merchantId, c -> log.update(c, staff, wanted.key, Http.JSON.writeValueAsString(now)));
    }
    return answer.withSent(sent);
  }

  private Booked once(Connection c, StaffPrincipal staff, Wanted wanted) throws SQLException {
    long merchantId = staff.merchantId();
    Instant now = clock.instant();
    store.lock(c, merchantId);
    MemberRef member =
        members
            .find(c, merchantId, wanted.memberId)
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    if (wanted.key != null) {
      Optional<String> before = log.answer(c, staff, wanted.key, wanted.bodyHash());
      if (before.isPresent()) {
        Reissued answer = Http.JSON.readValue(before.get(), Reissued.class);
        if (!Boolean.TRUE.equals(answer.sent)) {
          permit(c, merchantId, member, wanted);
        }
        return new Booked(answer, member);
      }
    }
    permit(c, merchantId, member, wanted);
    Cards.Card card =
        wanted.reason == Reason.RENEWAL
            ? renew(c, merchantId, member.id(), now)
            : store.reissue(c, merchantId, member.id(), staff.role() == Role.OWNER, now);
    String link = null;
    if (wanted.reason == Reason.PHONE_LOST) {
      link = replace(c, merchantId, member.id());
      MemberSessions.endAll(c, merchantId, member.id());
    } else {
      RoundTrip trip = new RoundTrip();
      Outbox.passChanged(trip, merchantId, member.id());
      trip.run(c);
    }
    Optional<PassRef> pass = passes.byMember(c, merchantId, member.id());
    Instant end = pass.flatMap(terms::of).map(CardTerms.Term::end).orElse(null);
    audit.record(
        c, staff, "CARD_REISSUED", "member:" + member.id(), Map.of("reason", wanted.reason.name()));
    PlasticStore.CardView view = PlasticStore.CardView.of(merchantId, card);
    Reissued answer =
        new Reissued(
            view.id(),
            view.kind(),
            view.status(),
            view.number(),
            wanted.reason,
            end,
            link,
            wanted.send ? false : null);
    if (wanted.key != null) {
      log.write(
          c,
          staff,
          new ReissueLog.Entry(
              wanted.key,
              member.id(),
              wanted.bodyHash(),
              Http.JSON.writeValueAsString(answer),
              now));
    }
    return new Booked(answer, member);
  }

  private void permit(Connection c, long merchantId, MemberRef member, Wanted wanted)
      throws SQLException {
    if (wanted.send) {
      texts.permit(c, merchantId, CodePurpose.CARD, member.phone());
    }
  }

  /** Ends the card of the lost phone and issues another, which that phone never hears of. */
  private String replace(Connection c, long merchantId, long memberId) throws SQLException {
    Optional<PassRef> old = passes.byMember(c, merchantId, memberId);
    Optional<String> ended = passes.voidPass(c, merchantId, memberId);
    if (ended.isPresent()) {
      Outbox.passVoided(c, merchantId, memberId, ended.get());
    }
    PassRef fresh = passes.create(c, merchantId, memberId);
    if (old.isPresent()) {
      // Whoever loses a phone does not win time.
      passes.validFrom(c, merchantId, memberId, old.get().validFrom());
    }
    return publicUrl.resolve("/c/" + fresh.token()).toString();
  }

  /** The card's time counts from now on; the code stays, so nothing has to be scanned anew. */
  private Cards.Card renew(Connection c, long merchantId, long memberId, Instant now)
      throws SQLException {
    Optional<PassRef> pass = passes.byMember(c, merchantId, memberId);
    if (pass.flatMap(terms::of).filter(CardTerms.Term::renewable).isEmpty()) {
      throw new Problem(ProblemCode.NOTHING_TO_RENEW);
    }
    passes.validFrom(c, merchantId, memberId, now);
    return store
        .walletCard(c, merchantId, memberId)
        .orElseThrow(() -> new Problem(ProblemCode.CARD_NOT_FOUND));
  }

  private boolean send(long merchantId, MemberRef member, Reissued answer) {
    String shop = merchants.get(merchantId).name();
    LocalText text =
        new LocalText(
            "Новая карта "
                + Quotes.ru(shop)
                + ": "
                + answer.cardUrl
                + " Старая больше не действует.",
            "Your new " + shop + " card: " + answer.cardUrl + " The old one is no longer valid.");
    String key = "reissue-" + merchantId + "-" + answer.id;
    try {
      texts.send(
          new Message(
              merchantId,
              Recipient.of(member),
              io.kartela.service.message.post.Reason.CARD_LINK,
              key,
              text,
              clock.instant().plus(LINK_IN_TIME)));
      return true;
    } catch (Problem e) {
      return false; // the card is made; the answer says that its link was not sent
    }
  }
}
