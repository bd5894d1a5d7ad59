package io.kartela.service.message.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A campaign as the cabinet sends it; of a draft any part may be missing, or wrong yet. */
record CampaignRequest(
    @Nullable String name,
    @Nullable String text,
    @Nullable String tier,
    @Nullable String segmentId,
    @Nullable JsonNode condition,
    @Nullable List<String> ways,
    @Nullable String subject,
    @Nullable Long budget,
    @Nullable Integer holdOutPercent,
    @Nullable Integer windowDays,
    @Nullable List<Wording.VariantRequest> variants,
    Gift.@Nullable Request gift,
    @Nullable String erid) {
  static final CampaignRequest EMPTY =
      new CampaignRequest(
          null, null, null, null, null, null, null, null, null, null, null, null, null);
}
