package io.kartela.service.member.profile;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What the list is asked for in an address: a search, a tier, a condition, an order. */
final class MemberFilter {
  private static final int LONGEST_SEARCH = 100;

  /** Addresses are no longer; whatever is, is kept as a segment and asked there. */
  private static final int LONGEST_CONDITION = 2_000;

  private final Audiences audiences;

  MemberFilter(Audiences audiences) {
    this.audiences = audiences;
  }

  /**
   * Reads it.
   *
   * @param asked what stands in the address under a name
   */
  MemberList.Query of(
      Function<String, Optional<String>> asked,
      StaffPrincipal staff,
      int limit,
      @Nullable String cursor) {
    String search = asked.apply("q").orElse(null);
    String tier = asked.apply("tier").orElse(null);
    JsonNode condition = asked.apply("condition").map(MemberFilter::json).orElse(null);
    return of(staff, search, tier, condition)
        .paged(sort(asked.apply("sort").orElse("created")), limit, cursor);
  }

  /** The same, not from an address; in the list's first order. */
  MemberList.Query of(
      StaffPrincipal staff,
      @Nullable String search,
      @Nullable String tier,
      @Nullable JsonNode condition) {
    if (search != null && search.length() > LONGEST_SEARCH) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "q", "≤ " + LONGEST_SEARCH);
    }
    if (search != null && search.indexOf(0) >= 0) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "q", "A–Я");
    }
    MemberSearch words = search == null ? null : MemberSearch.of(search);
    return new MemberList.Query(
        words == null || staff.may(Action.PHONES_READ) ? words : words.byWholePhone(),
        tier,
        condition == null ? null : audience(staff, tier, condition),
        MemberOrder.Sort.CREATED,
        1,
        null);
  }

  private Audience audience(StaffPrincipal staff, @Nullable String tier, JsonNode json) {
    staff.require(Action.SEGMENTS);
    MemberCondition asked = audiences.demand(staff.merchantId(), json);
    return audiences.of(
        staff.merchantId(),
        tier == null
            ? asked
            : new MemberCondition.All(List.of(new MemberCondition.InTier(Set.of(tier)), asked)));
  }

  private static JsonNode json(String text) {
    if (text.length() > LONGEST_CONDITION) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "condition", "≤ " + LONGEST_CONDITION);
    }
    try {
      return Http.JSON.readTree(text);
    } catch (JacksonException e) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "condition", "JSON");
    }
  }

  private static MemberOrder.Sort sort(String name) {
    try {
      return MemberOrder.Sort.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Problem(
          ProblemCode.INVALID_PARAMETER, "sort", "created, name, balance, spent, lastPurchase");
    }
  }
}
