package io.kartela.service.till.scan;

import io.kartela.service.code.CardNumber;
import io.kartela.service.code.CardPrefixes;
import io.kartela.service.code.Cards;
import io.kartela.service.code.ShortCode;
import io.kartela.service.code.Totp;
import io.kartela.service.code.Uid;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.store.TillSettings;
import io.kartela.service.till.nfc.NfcKeys;
import io.kartela.service.till.nfc.NfcRoutes;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.till.nfc.UsedReads;
import io.kartela.service.till.nfc.VasCryptogram;
import io.kartela.service.till.scan.Reading.Candidate;
import io.kartela.service.till.scan.Reading.Medium;
import io.kartela.service.till.scan.Reading.Repair;
import io.kartela.service.wallet.pass.CardTerms;
import io.kartela.service.wallet.pass.Passes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way from "what the reader gave" to a member or a precise refusal. Works in the caller's
 * transaction and writes nothing but which reads were used. Thread-safe.
 */
public final class Resolver {
  private final CardFinder finder;
  private final CardPrefixes prefixes;
  private final NfcKeys keys;
  private final RotatingCards rotating;
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

  public Resolver(
      Cards cards,
      CardPrefixes prefixes,
      Members members,
      Passes passes,
      NfcKeys keys,
      RotatingCards rotating,
      CardTerms terms) {
    this.finder = new CardFinder(cards, members, passes, new CardValidity(passes, terms));
    this.prefixes = prefixes;
    this.keys = keys;
    this.rotating = rotating;
  }

  public Resolution resolve(Connection c, Ask ask) throws SQLException {
    Reading.Read read = ReaderText.read(ask.text, ask.symbology, ask.source);
    Way way = new Way(c, ask, read.repairs(), read.tail(), Medium.NONE);
    return switch (read.reading()) {
      case Reading.Codes codes -> finder.find(way.as(codes.medium()), codes);
      case Reading.Page(String token) -> finder.page(way.as(Medium.CODE), token);
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
        ShortCode.looksLikeOne(goods.code())
            || prefixes.isCard(way.ask().merchantId(), goods.code());
    if (goods.checks() && !ours) {
      // What a reader gave is goods; what fingers typed may be a phone that happens to check.
      Optional<Resolution> phone =
          "MANUAL".equals(way.ask().source()) ? finder.abroad(way, goods.code()) : Optional.empty();
      return phone.orElseGet(() -> way.refused(ProblemCode.PRODUCT_CODE));
    }
    List<Candidate> one = new ArrayList<>(List.of(new Candidate(goods.code(), null)));
    if (goods.code().startsWith("0")) {
      one.add(new Candidate(goods.code().substring(1), Repair.UPC_LENGTH));
    }
    Uid.candidates(goods.code()).forEach(uid -> one.add(new Candidate(uid, null)));
    Resolution found = finder.find(way, new Reading.Codes(Medium.CODE, one, Optional.empty()));
    boolean mistyped =
        !goods.checks()
            && ours
            && found instanceof Resolution.Refused r
            && r.problem().code() == ProblemCode.CARD_NOT_FOUND;
    return mistyped ? way.refused(ProblemCode.CHECK_DIGIT_WRONG) : found;
  }

  private Resolution cryptogram(Way way, Reading.Cryptogram given) throws SQLException {
    return switch (keys.open(way.ask().merchantId(), given.bytes(), given.passType())) {
      case VasCryptogram.Opened.Refused(VasCryptogram.Trouble trouble) ->
          switch (trouble) {
            case LENGTH, BAD_POINT ->
                way.refused(ProblemCode.NFC_UNREADABLE, NfcRoutes.text(trouble));
            case UNKNOWN_KEY -> way.refused(ProblemCode.NFC_KEY_UNKNOWN);
            case KEY_SEALED -> way.refused(ProblemCode.SECRET_SEALED);
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
    Duration window = way.ask().settings().nfcWindow();
    if (at.isBefore(way.ask().at().minus(window)) || at.isAfter(way.ask().at().plus(window))) {
      return way.refused(ProblemCode.NFC_STALE);
    }
    return used.first(
            way.c(),
            way.ask().merchantId(),
            hash,
            way.ask().use(),
            way.ask().at().plus(window).plus(window))
        ? message(way, message, true)
        : way.refused(ProblemCode.READ_REPLAYED);
  }

  /** What a phone said is taken as it stands: no keyboard was in between. */
  private Resolution message(Way way, String message, boolean timed) throws SQLException {
    Optional<String> code = CardNumber.canonical(message);
    if (code.isEmpty()) {
      return way.refused(
          ProblemCode.NFC_UNREADABLE,
          new io.kartela.service.platform.http.LocalText(
              "нет номера карты", "it carries no card number"));
    }
    String number = code.get();
    Resolution found =
        finder.find(
            way.ending(number.length() < 8 ? "" : number.substring(number.length() - 4)),
            new Reading.Codes(
                way.medium(), List.of(new Candidate(number, null)), Optional.empty()));
    return found instanceof Resolution.Found f && !timed ? f.untimed() : found;
  }

  private Resolution rotating(Way way, Reading.Rotating r) throws SQLException {
    Optional<RotatingCards.Secret> secret =
        rotating.find(way.c(), way.ask().merchantId(), r.code());
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
    if (Math.abs(way.ask().at().toEpochMilli() - millis) > tolerance) {
      return way.refused(new Problem(ProblemCode.NFC_STALE), s.memberId());
    }
    String once = String.format(Locale.ROOT, "rotating %s %d", r.code(), millis / s.periodMillis());
    boolean first =
        used.first(
            way.c(),
            way.ask().merchantId(),
            Tokens.sha256(once.getBytes(StandardCharsets.UTF_8)),
            way.ask().use(),
            way.ask().at().plusMillis(4 * tolerance));
    return first
        ? finder.member(way, s.memberId(), Cards.Kind.WALLET.name())
        : way.refused(new Problem(ProblemCode.READ_REPLAYED), s.memberId());
  }
}
