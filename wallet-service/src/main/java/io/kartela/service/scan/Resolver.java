package io.kartela.service.scan;

import io.kartela.service.card.CardCode;
import io.kartela.service.card.CardNumber;
import io.kartela.service.card.CardPrefixes;
import io.kartela.service.card.Cards;
import io.kartela.service.card.Phone;
import io.kartela.service.card.ShortCode;
import io.kartela.service.card.Uid;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import io.kartela.service.http.Tokens;
import io.kartela.service.member.MemberRef;
import io.kartela.service.member.Members;
import io.kartela.service.nfc.NfcKeys;
import io.kartela.service.nfc.NfcRoutes;
import io.kartela.service.nfc.RotatingCards;
import io.kartela.service.nfc.Totp;
import io.kartela.service.nfc.UsedReads;
import io.kartela.service.nfc.VasCryptogram;
import io.kartela.service.pass.CardTerms;
import io.kartela.service.pass.PassRef;
import io.kartela.service.pass.Passes;
import io.kartela.service.scan.Reading.Candidate;
import io.kartela.service.scan.Reading.Medium;
import io.kartela.service.scan.Reading.Repair;
import io.kartela.service.store.TillSettings;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way from "what the reader gave" to a member or a precise refusal. Works in the caller's
 * transaction and writes nothing but which reads were used. Thread-safe.
 */
public final class Resolver {
  private final Cards cards;
  private final CardPrefixes prefixes;
  private final Members members;
  private final Passes passes;
  private final NfcKeys keys;
  private final RotatingCards rotating;
  private final CardValidity validity;
  private final UsedReads used = new UsedReads();

  /**
   * A question.
   *
   * @param at when it was read, by our clock: now, or long ago when the register had no network
   * @param use what the read is for: a read that counts once may be repeated for the same use
   */
  public record Ask(
      long merchantId,
      String text,
      @Nullable String symbology,
      @Nullable String source,
      Instant at,
      TillSettings settings,
      String use) {}

  /** One question on its way: what was asked, and what its trace will say. */
  private record Way(Connection c, Ask ask, List<Repair> repairs, String tail, Medium medium) {
    Way as(Medium other) {
      return new Way(c, ask, repairs, tail, other);
    }

    Way mended(@Nullable Repair repair) {
      if (repair == null || repairs.contains(repair)) {
        return this;
      }
      List<Repair> more = new ArrayList<>(repairs);
      more.add(repair);
      return new Way(c, ask, List.copyOf(more), tail, medium);
    }

    List<String> repairNames() {
      return repairs.stream().map(Repair::name).toList();
    }

    Resolution refused(ProblemCode code, Object... args) {
      return refused(new Problem(code, args), null);
    }

    Resolution refused(Problem problem, @Nullable Long memberId) {
      return new Resolution.Refused(problem, medium.name(), repairNames(), tail, memberId);
    }

    Resolution found(MemberRef member, String identifiedBy, boolean timed) {
      return member.blocked()
          ? refused(new Problem(ProblemCode.CARD_BLOCKED), member.id())
          : new Resolution.Found(
              member, identifiedBy, medium.name(), repairNames(), tail, timed, List.of());
    }
  }

  public Resolver(
      Cards cards,
      CardPrefixes prefixes,
      Members members,
      Passes passes,
      NfcKeys keys,
      RotatingCards rotating,
      CardTerms terms) {
    this.validity = new CardValidity(passes, terms);
    this.cards = cards;
    this.prefixes = prefixes;
    this.members = members;
    this.passes = passes;
    this.keys = keys;
    this.rotating = rotating;
  }

  public Resolution resolve(Connection c, Ask ask) throws SQLException {
    Reading.Read read = ReaderText.read(ask.text, ask.symbology, ask.source);
    Way way = new Way(c, ask, read.repairs(), read.tail(), Medium.NONE);
    return switch (read.reading()) {
      case Reading.Codes codes -> codes(way.as(codes.medium()), codes);
      case Reading.GoodsShaped goods -> goods(way.as(Medium.CODE), goods);
      case Reading.Cryptogram cryptogram -> cryptogram(way.as(Medium.APPLE_NFC), cryptogram);
      case Reading.Decrypted d -> decrypted(way.as(d.medium()), d);
      case Reading.Rotating r -> rotating(way.as(Medium.ROTATING), r);
      case Reading.NotACard(Reading.Kind kind) ->
          way.refused(
              switch (kind) {
                case PRODUCT -> ProblemCode.PRODUCT_CODE;
                case PAYMENT_CARD -> ProblemCode.PAYMENT_CARD;
                case GIFT_CODE -> ProblemCode.GIFT_CODE;
                case UNREADABLE -> ProblemCode.CODE_UNREADABLE;
              });
    };
  }

  private Resolution goods(Way way, Reading.GoodsShaped goods) throws SQLException {
    boolean ours =
        ShortCode.looksLikeOne(goods.code()) || prefixes.isCard(way.ask.merchantId, goods.code());
    if (goods.checks() && !ours) {
      // What a reader gave is goods; what fingers typed may be a phone that happens to check.
      Optional<Resolution> phone =
          "MANUAL".equals(way.ask.source) ? abroad(way, goods.code()) : Optional.empty();
      return phone.orElseGet(() -> way.refused(ProblemCode.PRODUCT_CODE));
    }
    List<Candidate> one = new ArrayList<>(List.of(new Candidate(goods.code(), null)));
    if (goods.code().startsWith("0")) {
      one.add(new Candidate(goods.code().substring(1), Repair.UPC_LENGTH));
    }
    Uid.candidates(goods.code()).forEach(uid -> one.add(new Candidate(uid, null)));
    Resolution found = codes(way, new Reading.Codes(Medium.CODE, one, Optional.empty()));
    boolean mistyped =
        !goods.checks()
            && ours
            && found instanceof Resolution.Refused r
            && r.problem().code() == ProblemCode.CARD_NOT_FOUND;
    return mistyped ? way.refused(ProblemCode.CHECK_DIGIT_WRONG) : found;
  }

  private Resolution codes(Way way, Reading.Codes codes) throws SQLException {
    List<String> forms = codes.candidates().stream().map(Candidate::code).toList();
    List<Cards.Card> found =
        forms.isEmpty() ? List.of() : cards.findAny(way.c, way.ask.merchantId, forms);
    if (!found.isEmpty()) {
      return card(way, codes.candidates(), found);
    }
    if (codes.phone().isPresent()) {
      return phone(way.as(Medium.PHONE), codes.phone().get());
    }
    Optional<Tap> tap = tapped(way, forms);
    if (tap.isPresent()) {
      PassRef pass = tap.get().pass;
      return pass.voided() || !isLiving(way, tap.get())
          ? way.refused(new Problem(ProblemCode.CARD_REPLACED), pass.memberId())
          : member(way, pass.memberId(), Cards.Kind.WALLET.name(), true);
    }
    if (blank(way, forms)) {
      return way.refused(ProblemCode.CARD_NOT_GIVEN_OUT);
    }
    Optional<Resolution> phone = forms.isEmpty() ? Optional.empty() : abroad(way, forms.getFirst());
    if (phone.isPresent()) {
      return phone.get();
    }
    // A wallet's number typed by hand: tell a slip of the finger from a foreign card.
    String first = forms.isEmpty() ? "" : forms.getFirst();
    boolean slip =
        "MANUAL".equals(way.ask.source)
            && first.matches("[1-9][0-9]{19}")
            && !CardNumber.luhnChecks(first);
    return way.refused(slip ? ProblemCode.CHECK_DIGIT_WRONG : ProblemCode.CARD_NOT_FOUND);
  }

  /** What a phone said: the pass, and which code that pass was made by; "" = made before marks. */
  private record Tap(PassRef pass, String mark) {}

  /** A phone held to a reader says its pass's serial, which is printed nowhere. */
  private Optional<Tap> tapped(Way way, List<String> forms) throws SQLException {
    Optional<String> said =
        forms.stream().filter(f -> f.matches("[0-9A-Z]+-[0-9A-Z]+(-[0-9A-F]{8})?")).findFirst();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    String text = said.get().toLowerCase(Locale.ROOT);
    int mark = text.indexOf('-', text.indexOf('-') + 1);
    return passes
        .bySerial(way.c, way.ask.merchantId, mark < 0 ? text : text.substring(0, mark))
        .map(pass -> new Tap(pass, mark < 0 ? "" : text.substring(mark + 1)));
  }

  /** Whether the pass was made by a code that is alive; one without a mark, by the first code. */
  private boolean isLiving(Way way, Tap tap) throws SQLException {
    List<Cards.Card> wallet =
        cards.ofMember(way.c, way.ask.merchantId, tap.pass.memberId()).stream()
            .filter(k -> k.kind() == Cards.Kind.WALLET)
            .toList();
    return tap.mark.isEmpty()
        ? wallet.stream().noneMatch(k -> k.status() == Cards.Status.REPLACED)
        : wallet.stream()
            .anyMatch(
                k ->
                    k.status() == Cards.Status.ACTIVE
                        && CardCode.tapMark(k.code()).equals(tap.mark));
  }

  /** The likeliest form wins; two members behind forms that were guessed are nobody. */
  private Resolution card(Way way, List<Candidate> candidates, List<Cards.Card> found)
      throws SQLException {
    Map<String, Cards.Card> byCode = new HashMap<>();
    found.forEach(card -> byCode.put(card.code(), card));
    Candidate best =
        candidates.stream().filter(k -> byCode.containsKey(k.code())).findFirst().orElseThrow();
    boolean guessed = best.repair() != null;
    if (guessed && found.stream().map(Cards.Card::memberId).distinct().count() > 1) {
      return way.refused(ProblemCode.CARD_AMBIGUOUS);
    }
    Cards.Card card =
        found.stream()
            .filter(k -> k.code().equals(best.code()))
            .min(Comparator.comparing(Cards.Card::code))
            .orElseThrow();
    Way mended = way.mended(best.repair());
    return switch (card.status()) {
      case REPLACED -> mended.refused(new Problem(ProblemCode.CARD_REPLACED), card.memberId());
      case BLOCKED -> mended.refused(new Problem(ProblemCode.CARD_BLOCKED), card.memberId());
      case ACTIVE -> member(mended, card.memberId(), card.kind().medium().name(), true);
    };
  }

  private Resolution member(Way way, long memberId, String identifiedBy, boolean timed)
      throws SQLException {
    Resolution found =
        members
            .find(way.c, way.ask.merchantId, memberId)
            .map(m -> way.found(m, identifiedBy, timed))
            .orElseGet(() -> way.refused(ProblemCode.CARD_NOT_FOUND));
    return found instanceof Resolution.Found f && identifiedBy.equals(Cards.Kind.WALLET.name())
        ? validity.judge(way.c, way.ask, f)
        : found;
  }

  private Resolution phone(Way way, Phone phone) throws SQLException {
    return members
        .byPhone(way.c, way.ask.merchantId, phone.e164())
        .map(m -> way.found(m, "PHONE", true))
        .orElseGet(() -> way.refused(ProblemCode.MEMBER_NOT_FOUND));
  }

  /**
   * The member with this phone, typed with its country and without a plus; empty when nobody is.
   */
  private Optional<Resolution> abroad(Way way, String digits) throws SQLException {
    Optional<Phone> phone = Phone.withCountry(digits);
    return phone.isEmpty()
        ? Optional.empty()
        : members
            .byPhone(way.c, way.ask.merchantId, phone.get().e164())
            .map(m -> way.as(Medium.PHONE).found(m, "PHONE", true));
  }

  private static boolean blank(Way way, List<String> forms) throws SQLException {
    if (forms.isEmpty()) {
      return false;
    }
    try (PreparedStatement s =
        way.c.prepareStatement(
            "SELECT 1 FROM kartela.card_blank WHERE merchant_id = ? AND code = ANY (?) LIMIT 1")) {
      s.setLong(1, way.ask.merchantId);
      s.setArray(2, way.c.createArrayOf("text", forms.toArray()));
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  private Resolution cryptogram(Way way, Reading.Cryptogram given) throws SQLException {
    return switch (keys.open(way.ask.merchantId, given.bytes(), given.passType())) {
      case VasCryptogram.Opened.Refused(VasCryptogram.Trouble trouble) ->
          switch (trouble) {
            case LENGTH, BAD_POINT ->
                way.refused(ProblemCode.NFC_UNREADABLE, NfcRoutes.text(trouble));
            case UNKNOWN_KEY -> way.refused(ProblemCode.NFC_KEY_UNKNOWN);
            case NOT_GENUINE -> way.refused(ProblemCode.NFC_NOT_GENUINE);
          };
      case VasCryptogram.Opened.Read read ->
          once(way, read.message(), read.at(), Tokens.sha256(given.bytes()));
    };
  }

  private Resolution decrypted(Way way, Reading.Decrypted d) throws SQLException {
    Instant at = d.at();
    return at == null
        ? message(way, d.message(), false)
        : once(
            way,
            d.message(),
            at,
            Tokens.sha256("decrypted " + at.toEpochMilli() + " " + d.message()));
  }

  private Resolution once(Way way, String message, Instant at, byte[] hash) throws SQLException {
    Duration window = way.ask.settings.nfcWindow();
    if (at.isBefore(way.ask.at.minus(window)) || at.isAfter(way.ask.at.plus(window))) {
      return way.refused(ProblemCode.NFC_STALE);
    }
    return used.first(
            way.c, way.ask.merchantId, hash, way.ask.use, way.ask.at.plus(window).plus(window))
        ? message(way, message, true)
        : way.refused(ProblemCode.READ_REPLAYED);
  }

  /** What a phone said is taken as it stands: no keyboard was in between. */
  private Resolution message(Way way, String message, boolean timed) throws SQLException {
    Optional<String> code = CardNumber.canonical(message);
    if (code.isEmpty()) {
      return way.refused(
          ProblemCode.NFC_UNREADABLE,
          new io.kartela.service.http.LocalText("нет номера карты", "it carries no card number"));
    }
    String number = code.get();
    Way known =
        new Way(
            way.c,
            way.ask,
            way.repairs,
            number.length() < 8 ? "" : number.substring(number.length() - 4),
            way.medium);
    Resolution found =
        codes(
            known,
            new Reading.Codes(way.medium, List.of(new Candidate(number, null)), Optional.empty()));
    return found instanceof Resolution.Found f && !timed
        ? new Resolution.Found(
            f.member(), f.identifiedBy(), f.medium(), f.repairs(), f.tail(), false, f.hints())
        : found;
  }

  private Resolution rotating(Way way, Reading.Rotating r) throws SQLException {
    Optional<RotatingCards.Secret> secret = rotating.find(way.c, way.ask.merchantId, r.code());
    if (secret.isEmpty()) {
      return way.refused(ProblemCode.CARD_NOT_FOUND);
    }
    RotatingCards.Secret s = secret.get();
    long millis = r.seconds() * 1000;
    if (!Totp.matches(s.key(), millis, s.periodMillis(), r.totp())) {
      return way.refused(new Problem(ProblemCode.ROTATING_WRONG), s.memberId());
    }
    // The printed time may be the beginning of a period, and clocks differ: two periods, or ten
    // seconds where periods are shorter.
    long tolerance = Math.max(10_000, 2L * s.periodMillis());
    if (Math.abs(way.ask.at.toEpochMilli() - millis) > tolerance) {
      return way.refused(new Problem(ProblemCode.NFC_STALE), s.memberId());
    }
    String once = String.format(Locale.ROOT, "rotating %s %d", r.code(), millis / s.periodMillis());
    boolean first =
        used.first(
            way.c,
            way.ask.merchantId,
            Tokens.sha256(once.getBytes(StandardCharsets.UTF_8)),
            way.ask.use,
            way.ask.at.plusMillis(4 * tolerance));
    return first
        ? member(way, s.memberId(), Cards.Kind.WALLET.name(), true)
        : way.refused(new Problem(ProblemCode.READ_REPLAYED), s.memberId());
  }
}
