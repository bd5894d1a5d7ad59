package io.kartela.service.message.campaign;

import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that has not begun.
 *
 * @param run null: it is a draft; else when it begins next
 * @param failedWhy why it did not begin when it should have; null: it was never to
 */
record Draft(
    long id,
    Content content,
    When.@Nullable Run run,
    @Nullable String failedWhy,
    int revision,
    String by,
    Instant at) {

  /** What people write; nothing of it is checked before it is to begin. */
  record Content(CampaignRequest campaign, When.Request when) {
    @Nullable Long segmentId() {
      String id = campaign.segmentId();
      return id == null ? null : Http.id(id, ProblemCode.SEGMENT_NOT_FOUND);
    }
  }

  /**
   * As the shop sees it.
   *
   * @param nextAt of a planned one
   * @param nextOn the same as a day of the shop's zone
   */
  record View(
      String id,
      CampaignRequest campaign,
      When.Request when,
      boolean planned,
      @Nullable Instant nextAt,
      @Nullable LocalDate nextOn,
      @Nullable String failedWhy,
      int revision,
      String updatedBy,
      Instant updatedAt) {}

  View view() {
    return new View(
        Long.toString(id),
        content.campaign,
        content.when,
        run != null,
        run == null ? null : run.at(),
        run == null ? null : run.on(),
        failedWhy,
        revision,
        by,
        at);
  }
}
