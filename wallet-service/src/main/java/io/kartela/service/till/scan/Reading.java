package io.kartela.service.till.scan;

import io.kartela.service.code.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader gave, understood as far as that goes without a database. */
sealed interface Reading {
  /** A form in which a card may be stored, and what had to be mended to come to it. */
  record Candidate(String code, @Nullable Repair repair) {}

  /**
   * Perhaps a card: its possible forms, the likeliest first, and the phone number that it may be.
   */
  record Codes(Medium medium, List<Candidate> candidates, Optional<Phone> phone)
      implements Reading {}

  /** A number that goods have too. */
  record GoodsShaped(String code, boolean checks) implements Reading {}

  /**
   * An encrypted read of an iPhone.
   *
   * @param passType the kind of card that the reader asked for; null when it did not say
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Cryptogram(byte[] bytes, @Nullable String passType) implements Reading {}

  /** A read that the reader has decrypted; without a time it cannot be held to one use. */
  record Decrypted(Medium medium, String message, @Nullable Instant at) implements Reading {}

  /** A barcode that changes with time. */
  record Rotating(String code, long seconds, String totp) implements Reading {}

  /** The address of a card's own page. */
  record Page(String token) implements Reading {}

  /** Something that is no card, by what it is. */
  record NotACard(Kind kind) implements Reading {}

  /** What else is read at tills. */
  enum Kind {
    PRODUCT,
    PAYMENT_CARD,
    GIFT_CODE,
    UNREADABLE
  }

  /** What a reading came from. */
  enum Medium {
    /** A barcode or a typed number. */
    CODE,
    STRIPE,
    PHONE,
    APPLE_NFC,
    GOOGLE_NFC,
    /** A read of which nobody said whose it is. */
    NFC,
    ROTATING,
    NONE
  }

  /** What was wrong with the reader and has been mended. */
  enum Repair {
    TERMINATOR,
    SYMBOLOGY_PREFIX,
    LAYOUT,
    CASE,
    READER_PREFIX,
    LEADING_ZEROS,
    UPC_LENGTH,
    UID_ORDER,
    CHECK_DIGIT,
    /** Letters that look alike, marks that people leave out or put in. */
    SPELLING,
    ENVELOPE
  }

  /**
   * A reading with the troubles of the reader itself.
   *
   * @param tail the last four characters, to find the scan again; empty when even they are nobody's
   *     business
   */
  record Read(Reading reading, List<Repair> repairs, String tail) {}
}
