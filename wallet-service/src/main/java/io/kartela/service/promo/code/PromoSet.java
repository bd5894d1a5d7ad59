package io.kartela.service.promo.code;

import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes of one kind: rules name the set, buyers its codes.
 *
 * @param stoppedAt from when on none is honoured; null: they are
 */
record PromoSet(
    long id,
    LocalText name,
    Shape shape,
    Terms terms,
    Stock stock,
    Changed changed,
    @Nullable Instant stoppedAt) {

  /** How rules name it. */
  String key() {
    return Long.toString(id);
  }

  State state(ZoneId zone, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate first = terms.firstDay;
    LocalDate last = terms.lastDay;
    if (stoppedAt != null) {
      return State.STOPPED;
    }
    if (last != null && today.isAfter(last)) {
      return State.OVER;
    }
    return first != null && today.isBefore(first) ? State.PLANNED : State.ACTIVE;
  }

  enum State {
    PLANNED,
    ACTIVE,
    OVER,
    STOPPED
  }

  /**
   * What its codes look like.
   *
   * @param symbols how many of a code are chance, its check beside them; null: they came from a
   *     list
   */
  record Shape(String prefix, @Nullable Integer symbols) {
    boolean listed() {
      return symbols == null;
    }
  }

  /**
   * Who may use them, when, where, how often; null: any number, any day, anybody.
   *
   * @param stores none: every store
   * @param giveBack whether a full return gives the code back
   */
  record Terms(
      @Nullable Integer usesPerCode,
      @Nullable Long usesInAll,
      @Nullable Integer usesPerMember,
      List<Long> stores,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      boolean firstPurchase,
      @Nullable Long segmentId,
      boolean giveBack) {
    /** Whether only a member can satisfy them. */
    boolean needCard() {
      return usesPerMember != null || firstPurchase || segmentId != null;
    }
  }

  /**
   * How many there are.
   *
   * @param wanted how many are to be made
   * @param made how far that is
   * @param issued how many there are
   */
  record Stock(long wanted, long made, long issued) {}

  /** Who changed it last. */
  record Changed(int revision, String by, Instant at, Instant createdAt) {}
}
