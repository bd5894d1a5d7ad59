package io.kartela.service.till.scan;

import io.kartela.service.code.CardKey;
import io.kartela.service.code.CardNumber;
import io.kartela.service.code.Cards;
import io.kartela.service.code.Phone;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.till.scan.Reading.Candidate;
import io.kartela.service.till.scan.Reading.Medium;
import io.kartela.service.till.scan.Reading.Repair;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a number is that may be a card, a phone or what stands on a card. What was given exactly
 * comes first; two members behind forms that were guessed are nobody. Thread-safe.
 */
final class CardFinder {
  private static final String PRINTED = "[0-9]{8}";

  private final Cards cards;
  private final Members members;
  private final Passes passes;
  private final CardValidity validity;
  private final Taps taps;

  CardFinder(Cards cards, Members members, Passes passes, CardValidity validity) {
    this.cards = cards;
    this.members = members;
    this.passes = passes;
    this.validity = validity;
    this.taps = new Taps(cards, passes);
  }

  Resolution find(Way way, Reading.Codes codes) throws SQLException {
    List<String> forms = codes.candidates().stream().map(Candidate::code).toList();
    Optional<Resolution> card = card(way, codes, forms);
    if (card.isPresent()) {
      return card.get();
    }
    if (codes.phone().isPresent()) {
      return phone(way.as(Medium.PHONE), codes.phone().get());
    }
    Optional<Taps.Tap> tap = taps.find(way, forms);
    if (tap.isPresent()) {
      return tapped(way, tap.get());
    }
    if (blank(way, forms, keys(codes))) {
      return way.refused(ProblemCode.CARD_NOT_GIVEN_OUT);
    }
    Optional<Resolution> phone = forms.isEmpty() ? Optional.empty() : abroad(way, forms.getFirst());
    return phone.isPresent() ? phone.get() : printed(way, codes);
  }

  private Optional<Resolution> card(Way way, Reading.Codes codes, List<String> forms)
      throws SQLException {
    if (forms.isEmpty()) {
      return Optional.empty();
    }
    long merchant = way.ask().merchantId();
    List<Cards.Card> found = cards.findAny(way.c(), merchant, forms);
    Map<String, Cards.Card> byCode = new HashMap<>();
    found.forEach(k -> byCode.put(k.code(), k));
    List<String> straight =
        codes.candidates().stream().filter(k -> k.repair() == null).map(Candidate::code).toList();
    for (String form : straight) {
      Cards.Card card = byCode.get(form);
      if (card != null) {
        return Optional.of(unlessPhone(way, codes, card, null));
      }
    }
    if (blank(way, straight, List.of())) {
      return Optional.of(way.refused(ProblemCode.CARD_NOT_GIVEN_OUT));
    }
    boolean typed = codes.medium() == Medium.CODE || codes.medium() == Medium.STRIPE;
    List<Cards.Card> near =
        !found.isEmpty() || !typed ? found : cards.byKey(way.c(), merchant, keys(codes));
    if (near.isEmpty()) {
      return Optional.empty();
    }
    if (near.stream().map(Cards.Card::memberId).distinct().count() > 1) {
      return Optional.of(way.refused(ProblemCode.CARD_AMBIGUOUS));
    }
    Optional<Candidate> best =
        codes.candidates().stream().filter(k -> byCode.containsKey(k.code())).findFirst();
    if (best.isPresent()) {
      Cards.Card card = Objects.requireNonNull(byCode.get(best.get().code()));
      return Optional.of(unlessPhone(way, codes, card, best.get().repair()));
    }
    // One piece of plastic may carry several numbers of one key; the living one counts.
    Cards.Card card =
        near.stream()
            .filter(k -> k.status() == Cards.Status.ACTIVE)
            .findFirst()
            .orElse(near.getFirst());
    boolean zeros = CardNumber.isDigits(card.code()) && CardNumber.isDigits(forms.getFirst());
    return Optional.of(
        unlessPhone(way, codes, card, zeros ? Repair.LEADING_ZEROS : Repair.SPELLING));
  }

  /** A letter may be a reader's before a number; before letters it is as likely a part of them. */
  private static List<String> keys(Reading.Codes codes) {
    return codes.candidates().stream()
        .filter(k -> k.repair() != Repair.READER_PREFIX || CardNumber.isDigits(k.code()))
        .flatMap(k -> CardKey.of(k.code()).stream())
        .distinct()
        .toList();
  }

  /** Fingers may mean a phone where a reader means a card: two members behind one number. */
  private Resolution unlessPhone(
      Way way, Reading.Codes codes, Cards.Card card, @Nullable Repair repair) throws SQLException {
    Optional<Phone> phone =
        way.byHand() && card.kind() == Cards.Kind.PHYSICAL
            ? codes.phone().or(() -> Phone.withCountry(card.code()))
            : Optional.empty();
    if (phone.isPresent()) {
      Optional<MemberRef> other =
          members.byPhone(way.c(), way.ask().merchantId(), phone.get().e164());
      if (other.isPresent() && other.get().id() != card.memberId()) {
        // New plastic may not look so, and a phone proves less than a card.
        boolean typed = way.typed() && codes.phone().isPresent() && phone.get().isMobile();
        return typed
            ? way.as(Medium.PHONE).found(other.get(), "PHONE")
            : way.refused(ProblemCode.CARD_AMBIGUOUS);
      }
    }
    Way mended = way.mended(repair);
    return switch (card.status()) {
      case REPLACED -> mended.refused(new Problem(ProblemCode.CARD_REPLACED), card.memberId());
      case BLOCKED -> mended.refused(new Problem(ProblemCode.CARD_BLOCKED), card.memberId());
      case ACTIVE -> {
        Resolution found = member(mended, card.memberId(), card.kind().medium().name());
        // Of a wallet card it depends on who asks when: see Newcomers.
        yield found instanceof Resolution.Found f
                && card.kind() == Cards.Kind.PHYSICAL
                && !card.confirmed()
            ? f.by(Presence.GIVEN_OUT, Cards.nameOf(way.ask().merchantId(), card.code()))
            : found;
      }
    };
  }

  private Resolution tapped(Way way, Taps.Tap tap) throws SQLException {
    return tap.living()
        ? member(way, tap.memberId(), tap.secret() ? Cards.Kind.WALLET.name() : "NUMBER")
        : way.refused(new Problem(ProblemCode.CARD_REPLACED), tap.memberId());
  }

  /** A member's card, if it is still valid. */
  Resolution member(Way way, long memberId, String identifiedBy) throws SQLException {
    Resolution found =
        members
            .find(way.c(), way.ask().merchantId(), memberId)
            .map(m -> way.found(m, identifiedBy))
            .orElseGet(() -> way.refused(ProblemCode.CARD_NOT_FOUND));
    return found instanceof Resolution.Found f && identifiedBy.equals(Cards.Kind.WALLET.name())
        ? validity.judge(way.c(), way.ask(), f)
        : found;
  }

  private Resolution phone(Way way, Phone phone) throws SQLException {
    return members
        .byPhone(way.c(), way.ask().merchantId(), phone.e164())
        .map(m -> way.found(m, "PHONE"))
        .orElseGet(() -> way.refused(ProblemCode.MEMBER_NOT_FOUND));
  }

  /**
   * The member with this phone, typed with its country and without a plus; empty when nobody is.
   */
  Optional<Resolution> abroad(Way way, String digits) throws SQLException {
    Optional<Phone> phone = Phone.withCountry(digits);
    return phone.isEmpty()
        ? Optional.empty()
        : members
            .byPhone(way.c(), way.ask().merchantId(), phone.get().e164())
            .map(m -> way.as(Medium.PHONE).found(m, "PHONE"));
  }

  /** The card's own page, whose address many have seen: it finds the member, as a phone does. */
  Resolution page(Way way, String token) throws SQLException {
    Optional<PassRef> pass = passes.byToken(way.c(), way.ask().merchantId(), token);
    if (pass.isEmpty()) {
      return way.refused(ProblemCode.CARD_NOT_FOUND);
    }
    return pass.get().voided()
        ? way.refused(new Problem(ProblemCode.CARD_REPLACED), pass.get().memberId())
        : member(way, pass.get().memberId(), "NUMBER");
  }

  /** The number under a barcode, which everybody sees who sees the card. */
  private Resolution printed(Way way, Reading.Codes codes) throws SQLException {
    String first = codes.candidates().isEmpty() ? "" : codes.candidates().getFirst().code();
    if (way.byHand() && first.matches(PRINTED)) {
      List<Cards.Card> found = cards.printed(way.c(), way.ask().merchantId(), first);
      if (found.stream().map(Cards.Card::memberId).distinct().count() > 1) {
        return way.refused(ProblemCode.CARD_AMBIGUOUS);
      }
      if (!found.isEmpty()) {
        return member(way, found.getFirst().memberId(), "NUMBER");
      }
    }
    boolean goods =
        codes.candidates().stream()
            .anyMatch(
                k ->
                    k.repair() == Repair.READER_PREFIX
                        && CardNumber.goodsShaped(k.code())
                        && CardNumber.gs1Checks(k.code()));
    // A wallet's number typed by hand: tell a slip of the finger from a foreign card.
    boolean slip =
        "MANUAL".equals(way.ask().source())
            && first.matches("[1-9][0-9]{19}")
            && !CardNumber.luhnChecks(first);
    return way.refused(
        goods
            ? ProblemCode.PRODUCT_CODE
            : slip ? ProblemCode.CHECK_DIGIT_WRONG : ProblemCode.CARD_NOT_FOUND);
  }

  /** Whether it is plastic that nobody has yet. */
  private static boolean blank(Way way, List<String> forms, List<String> keys) throws SQLException {
    if (forms.isEmpty()) {
      return false;
    }
    try (PreparedStatement s =
        way.c()
            .prepareStatement(
                """
                SELECT 1 FROM kartela.card_blank WHERE merchant_id = ? AND code = ANY (?)
                UNION ALL SELECT 1 FROM kartela.card_blank WHERE merchant_id = ? AND key = ANY (?)
                LIMIT 1
                """)) {
      s.setLong(1, way.ask().merchantId());
      s.setArray(2, way.c().createArrayOf("text", forms.toArray()));
      s.setLong(3, way.ask().merchantId());
      s.setArray(4, way.c().createArrayOf("text", keys.toArray()));
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
