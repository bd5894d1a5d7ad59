package io.kartela.service.till.scan;

import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.till.scan.Reading.Medium;
import io.kartela.service.till.scan.Reading.Repair;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question on its way: what was asked, and what its trace will say. */
record Way(Connection c, Resolver.Ask ask, List<Repair> repairs, String tail, Medium medium) {
  Way as(Medium other) {
    return new Way(c, ask, repairs, tail, other);
  }

  Way ending(String end) {
    return new Way(c, ask, repairs, end, medium);
  }

  Way mended(@Nullable Repair repair) {
    if (repair == null || repairs.contains(repair)) {
      return this;
    }
    List<Repair> more = new ArrayList<>(repairs);
    more.add(repair);
    return new Way(c, ask, List.copyOf(more), tail, medium);
  }

  /** Whether it may have been typed: no reader said what it read. */
  boolean byHand() {
    String source = ask.source();
    String symbology = ask.symbology();
    return (source == null || source.equals("MANUAL"))
        && (symbology == null || symbology.isBlank())
        && !repairs.contains(Repair.SYMBOLOGY_PREFIX);
  }

  /** Whether the register says that fingers did it. */
  boolean typed() {
    return byHand() && "MANUAL".equals(ask.source());
  }

  private List<String> repairNames() {
    return repairs.stream().map(Repair::name).toList();
  }

  Resolution refused(ProblemCode code, Object... args) {
    return refused(new Problem(code, args), null);
  }

  Resolution refused(Problem problem, @Nullable Long memberId) {
    return new Resolution.Refused(problem, medium.name(), repairNames(), tail, memberId);
  }

  /**
   * The member.
   *
   * @param identifiedBy WALLET, PHYSICAL, PHONE or NUMBER
   */
  Resolution found(MemberRef member, String identifiedBy) {
    boolean read = identifiedBy.equals("WALLET") || identifiedBy.equals("PHYSICAL");
    return member.blocked()
        ? refused(new Problem(ProblemCode.CARD_BLOCKED), member.id())
        : new Resolution.Found(
            member,
            identifiedBy,
            read ? Presence.CARD : Presence.FOUND,
            null,
            medium.name(),
            repairNames(),
            tail,
            true,
            List.of());
  }
}
