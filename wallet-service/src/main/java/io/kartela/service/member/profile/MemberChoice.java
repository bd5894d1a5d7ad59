package io.kartela.service.member.profile;

import io.kartela.service.member.segment.Audiences;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Members chosen on the list: the ticked ones, or all that it finds. */
public final class MemberChoice {
  private static final int MOST_TICKED = 1_000;

  private final MemberFilter filter;
  private final MemberList list = new MemberList();

  /**
   * As it comes in a request: one of the two.
   *
   * @param members ids
   * @param found what the list is asked for
   */
  public record Wanted(@Nullable List<String> members, @Nullable Found found) {}

  /** As the list's address says it. */
  public record Found(@Nullable String q, @Nullable String tier, @Nullable JsonNode condition) {}

  /** Whom it means, when it is asked. */
  @FunctionalInterface
  public interface Chosen {
    long[] ids(Connection c) throws SQLException;
  }

  public MemberChoice(Audiences audiences) {
    this.filter = new MemberFilter(audiences);
  }

  /** Reads it; before the transaction in which it is asked. */
  public Chosen read(StaffPrincipal staff, @Nullable Wanted wanted, Check check) {
    List<String> members = wanted == null ? null : wanted.members;
    Found found = wanted == null ? null : wanted.found;
    check.require(
        (members == null) != (found == null),
        "who",
        "EITHER_OR",
        "либо members, либо found",
        "either members or found");
    check.require(
        members == null || (!members.isEmpty() && members.size() <= MOST_TICKED),
        "who.members",
        "OUT_OF_RANGE",
        "от 1 до " + MOST_TICKED,
        "1 to " + MOST_TICKED);
    check.done();
    if (members != null) {
      long[] ids =
          members.stream()
              .mapToLong(id -> Http.id(id, ProblemCode.MEMBER_NOT_FOUND))
              .distinct()
              .toArray();
      return c -> ids;
    }
    java.util.Objects.requireNonNull(found);
    MemberList.Query query = filter.of(staff, found.q, found.tier, given(found.condition));
    return c -> list.everybody(c, staff.merchantId(), query);
  }

  private static @Nullable JsonNode given(@Nullable JsonNode condition) {
    return condition == null || condition.isNull() ? null : condition;
  }
}
