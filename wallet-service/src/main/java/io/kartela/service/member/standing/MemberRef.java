package io.kartela.service.member.standing;

import io.kartela.service.platform.http.Lang;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the other features need to know of a member. */
public record MemberRef(
    long id,
    String name,
    String phone,
    Lang locale,
    boolean blocked,
    boolean consentMessages,
    @Nullable LocalDate birthDate,
    @Nullable Instant birthDateEnteredAt,
    Instant createdAt,
    Standing standing) {

  /**
   * What the member's purchases add up to.
   *
   * @param spentTotal money paid so far, returns taken off; minor units
   * @param largest the largest single purchase, minor units
   */
  public record Standing(
      String tier,
      Instant tierSince,
      long purchases,
      long spentTotal,
      long largest,
      @Nullable Instant firstPurchaseAt,
      @Nullable Instant lastPurchaseAt) {}
}
