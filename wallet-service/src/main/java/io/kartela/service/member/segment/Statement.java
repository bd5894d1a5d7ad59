package io.kartela.service.member.segment;

import java.util.ArrayList;
import java.util.List;

/** A condition as one predicate over {@link MemberFigures}, and its leaves one by one. */
final class Statement {
  private final Leaves leaves;
  private final MemberFigures figures;
  private final List<Placed> placed = new ArrayList<>();
  private final Sql predicate;

  /**
   * A leaf and where it stands.
   *
   * @param at JSON pointer into the condition
   */
  record Placed(String at, MemberCondition.Fact fact, Leaves.Leaf leaf) {}

  Statement(MemberCondition condition, MemberFigures figures) {
    this.figures = figures;
    this.leaves = new Leaves(figures);
    this.predicate = compile(condition, "");
  }

  private Sql compile(MemberCondition c, String at) {
    return switch (c) {
      case MemberCondition.Always _ -> Sql.of("true");
      case MemberCondition.All all -> each(all.of(), at, " AND ");
      case MemberCondition.Any any -> each(any.of(), at, " OR ");
      case MemberCondition.Not not -> compile(not.of(), at + "/of").in("NOT (", ")");
      case MemberCondition.Fact fact -> {
        Leaves.Leaf leaf = leaves.of(fact);
        placed.add(new Placed(at, fact, leaf));
        yield leaf.test();
      }
    };
  }

  private Sql each(List<MemberCondition> of, String at, String between) {
    List<Sql> parts = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      parts.add(compile(of.get(i), at + "/of/" + i));
    }
    return Sql.join(between, parts).in("(", ")");
  }

  List<Placed> leaves() {
    return placed;
  }

  Sql predicate() {
    return predicate;
  }

  /** {@code FROM … WHERE} of all members with the figures that the condition looks at. */
  Sql everybody() {
    return figures.from();
  }

  /** Those for whom it holds, as a SELECT of {@code member_id}. */
  Sql members() {
    return Sql.of("SELECT member_id")
        .then(everybody())
        .then(predicate.text().equals("true") ? Sql.of("") : predicate.in(" AND ", ""));
  }
}
