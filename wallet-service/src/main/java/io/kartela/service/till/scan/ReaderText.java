package io.kartela.service.till.scan;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardNumber;
import io.kartela.service.code.Phone;
import io.kartela.service.till.nfc.Cryptograms;
import io.kartela.service.till.nfc.RotatingCards;
import io.kartela.service.till.scan.Reading.Candidate;
import io.kartela.service.till.scan.Reading.Kind;
import io.kartela.service.till.scan.Reading.Medium;
import io.kartela.service.till.scan.Reading.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands what a reader gave, and mends what readers and keyboards do to it. Pure. */
final class ReaderText {
  /** Caps lock on a Russian keyboard makes the bracket a brace. */
  private static final Pattern AIM =
      Pattern.compile("^[\\]}]([A-Za-z])([0-9A-Za-z])(.*)$", Pattern.DOTALL);

  /** What stands for a track that could not be read. */
  private static final Pattern TRACK_ERROR = Pattern.compile("[%;+]E\\?");

  private static final Pattern TRACK_1 =
      Pattern.compile("%([A-Za-z])([0-9 ]{3,19}|[^^?]{3,64})\\^([^?]*)\\?.*");
  private static final Pattern TRACK_PLAIN = Pattern.compile("%([^^?;]{3,76})\\?.*");
  private static final Pattern TRACK_2 = Pattern.compile("[;+]?([0-9]{3,37})(=[0-9=]*)?\\?.*");

  /** The second track of a reader that keeps the first sentinel to itself. */
  private static final Pattern BARE_TRACK = Pattern.compile("[0-9]{3,37}(=[0-9=]*)?\\?.?");

  private static final Pattern GIFT =
      Pattern.compile("(?i)(gift|gc|сертификат)[-: ]?[0-9A-Z]{4}([- ]?[0-9A-Z]{2,4}){1,5}");

  /** The card's own page, or its pass, wherever it is served. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?i)(?:https?://)?[^/\\s?#]+/c/([0-9a-z]{1,12}-[a-z2-7]{26})(?:\\.pkpass)?/?(?:[?#].*)?");

  /** A reader's letter for the symbology before a barcode that changes with time. */
  private static final Pattern CODE_ID = Pattern.compile("^[A-Za-z](?:0[0-9])?(?=[1-9][0-9]{29})");

  private static final Pattern ROTATING =
      Pattern.compile(
          "([1-9][0-9]{"
              + (RotatingCards.CODE_DIGITS - 1)
              + "})([0-9]{1,11})([0-9]{"
              + RotatingCards.TOTP_DIGITS
              + "})");

  private final List<Repair> repairs = new ArrayList<>();
  private final @Nullable String source;

  private ReaderText(@Nullable String source) {
    this.source = source;
  }

  static Reading.Read read(String text, @Nullable String symbology, @Nullable String source) {
    ReaderText reader = new ReaderText(source);
    Reading reading = reader.understand(text, Symbology.named(symbology), 0);
    return new Reading.Read(reading, List.copyOf(reader.repairs), tail(reading));
  }

  /** The end of what was read, unless it is a secret or none of our business. */
  private static String tail(Reading reading) {
    String code =
        switch (reading) {
          case Reading.Codes c -> c.candidates().isEmpty() ? "" : c.candidates().getFirst().code();
          case Reading.GoodsShaped g -> g.code();
          case Reading.Decrypted d -> CardNumber.canonical(d.message()).orElse("");
          case Reading.Rotating r -> r.code();
          case Reading.Cryptogram c -> "";
          case Reading.Page p -> "";
          case Reading.NotACard n -> "";
        };
    return code.length() < 8 ? "" : code.substring(code.length() - 4);
  }

  private Reading understand(String given, Symbology named, int depth) {
    String raw = stripped(given);
    String latin = Keyboard.latin(raw);
    if (latin.startsWith("{")) {
      note(latin.equals(raw) ? Repair.ENVELOPE : Repair.LAYOUT);
      return depth == 0 ? envelope(latin) : notACard(Kind.UNREADABLE);
    }
    Symbology symbology = named;
    Matcher aim = AIM.matcher(latin);
    if (aim.matches()) {
      note(Repair.SYMBOLOGY_PREFIX);
      symbology = Symbology.aim(aim.group(1).charAt(0), aim.group(2).charAt(0));
      raw = Noise.withoutAlphabet(stripped(raw.substring(3)));
      latin = Noise.withoutAlphabet(stripped(aim.group(3)));
    }
    // Caps lock again: the sentinel that stands on the key of the semicolon.
    boolean capital = !latin.equals(raw) && latin.startsWith(":");
    Optional<Reading> track = track(capital ? ";" + latin.substring(1) : latin);
    if (track.isPresent()) {
      if (!latin.equals(raw)) {
        note(Repair.LAYOUT);
      }
      return track.get();
    }
    if (hasControl(latin) && !NotCards.isMarking(latin)) {
      return notACard(Kind.UNREADABLE);
    }
    Matcher page = PAGE.matcher(latin);
    if (page.matches()) {
      return new Reading.Page(page.group(1).toLowerCase(Locale.ROOT));
    }
    boolean nfc = "NFC".equals(source);
    if (!nfc && NotCards.isMarking(latin)) {
      return notACard(Kind.PRODUCT);
    }
    Optional<Reading> bytes = bytes(latin, raw);
    return bytes.isPresent() ? bytes.get() : number(raw, latin, symbology);
  }

  private String stripped(String text) {
    String plain = Noise.around(text);
    if (!plain.equals(text)) {
      note(Repair.TERMINATOR);
    }
    return plain;
  }

  private void note(Repair repair) {
    if (!repairs.contains(repair)) {
      repairs.add(repair);
    }
  }

  private static Reading notACard(Kind kind) {
    return new Reading.NotACard(kind);
  }

  private static boolean hasControl(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private Reading envelope(String json) {
    return switch (Envelope.open(json)) {
      case Envelope.Opened.Nfc(Reading reading) -> reading;
      case Envelope.Opened.Barcode(String text, String symbology) ->
          understand(text, Symbology.named(symbology), 1);
      case Envelope.Opened.Unknown u -> notACard(Kind.UNREADABLE);
    };
  }

  /** Magnetic tracks with their sentinels; the first that says something counts. */
  private Optional<Reading> track(String text) {
    boolean sentinel = !text.isEmpty() && "%;+".indexOf(text.charAt(0)) >= 0;
    if (text.indexOf('?') < 0 || (!sentinel && !BARE_TRACK.matcher(text).matches())) {
      return Optional.empty();
    }
    String one = TRACK_ERROR.matcher(text.replaceAll("[\\r\\n\\t]", "")).replaceAll("");
    Matcher first = TRACK_1.matcher(one);
    if (first.matches()) {
      return Optional.of(stripe(first.group(2), afterName(first.group(3))));
    }
    Matcher plain = TRACK_PLAIN.matcher(one);
    if (plain.matches()) {
      return Optional.of(stripe(plain.group(1), ""));
    }
    Matcher second = TRACK_2.matcher(one);
    if (second.matches()) {
      String rest = second.group(2);
      return Optional.of(stripe(second.group(1), rest == null ? "" : rest.replaceFirst("^=", "")));
    }
    return Optional.empty();
  }

  /** Behind the name on the first track stands the expiry. */
  private static String afterName(String rest) {
    int caret = rest.indexOf('^');
    return caret < 0 ? "" : rest.substring(caret + 1);
  }

  private Reading stripe(String account, String rest) {
    String number = account.replaceAll("[ ]", "");
    if (NotCards.isPaymentCard(number, rest)) {
      return notACard(Kind.PAYMENT_CARD);
    }
    List<Candidate> candidates =
        CardNumber.canonical(number).map(n -> new Candidate(n, null)).stream().toList();
    return candidates.isEmpty()
        ? notACard(Kind.UNREADABLE)
        : new Reading.Codes(Medium.STRIPE, candidates, Optional.empty());
  }

  /** What contactless readers write as hex or base64. */
  private Optional<Reading> bytes(String latin, String raw) {
    // A cryptogram is longer than any number, so blanks and colons between its bytes say nothing
    // else.
    boolean hex = latin.length() > 100 && latin.matches("[0-9A-Fa-f][0-9A-Fa-f\\s:-]+");
    boolean nfc = source != null && (source.equals("NFC") || source.equals("SERIAL"));
    boolean base64 = latin.length() >= 74 && latin.matches("[0-9A-Za-z+/_-]+={0,2}");
    if (hex || base64 || (nfc && latin.length() > CardNumber.LONGEST)) {
      Optional<byte[]> bytes = Cryptograms.bytes(raw);
      if (hex && !raw.equals(latin)) {
        note(Repair.LAYOUT);
        bytes = Cryptograms.bytes(latin);
      }
      return bytes.map(b -> SmartTapText.value(b).orElseGet(() -> new Reading.Cryptogram(b, null)));
    }
    return SmartTapText.hex(latin);
  }

  private Reading number(String given, String typed, Symbology symbology) {
    String raw = Noise.signs(given);
    String latin = Noise.signs(typed);
    if (!latin.equals(typed)) {
      note(Repair.TERMINATOR);
    }
    if (NotCards.isMarking(latin) || NotCards.isGoods(symbology, latin)) {
      return notACard(Kind.PRODUCT);
    }
    if (symbology == Symbology.UPC && latin.length() == 12 && CardNumber.gs1Checks(latin)) {
      return new Reading.GoodsShaped("0" + latin, true);
    }
    if (GIFT.matcher(raw).matches()) {
      return notACard(Kind.GIFT_CODE);
    }
    String digits = latin.replaceAll("[\\s()._-]", "");
    Matcher rotating = ROTATING.matcher(CODE_ID.matcher(digits).replaceFirst(""));
    if (rotating.matches() && CardCode.plausible(rotating.group(1))) {
      return new Reading.Rotating(
          rotating.group(1), Long.parseLong(rotating.group(2)), rotating.group(3));
    }
    if (CardCode.plausible(digits)) {
      return new Reading.Codes(Medium.CODE, List.of(new Candidate(digits, null)), Optional.empty());
    }
    boolean goods = CardNumber.goodsShaped(digits);
    if (goods && digits.equals(latin.replaceAll("\\s", "")) && symbology != Symbology.MATRIX) {
      return new Reading.GoodsShaped(digits, CardNumber.gs1Checks(digits));
    }
    Optional<Phone> phone = raw.length() > 40 ? Optional.empty() : Phone.parse(raw);
    if (phone.isPresent() && raw.matches(".*[+()].*|(?i)tel:.*")) {
      return new Reading.Codes(Medium.PHONE, List.of(), phone);
    }
    List<Candidate> candidates = Forms.of(raw, latin, typed);
    return candidates.isEmpty() && phone.isEmpty()
        ? notACard(Kind.UNREADABLE)
        : new Reading.Codes(Medium.CODE, candidates, phone);
  }
}
