package io.kartela.service.member.segment;

import io.kartela.rules.Condition.AmountRange;
import io.kartela.rules.codec.Decoded;
import io.kartela.rules.codec.Flaw;
import io.kartela.rules.codec.RecordCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Conditions as JSON, by the means of the rules; every mistake at its pointer. Thread-safe. */
final class ConditionJson {
  /** Conditions in one, those that put others together included. */
  static final int MOST = 50;

  /** How deep they may stand in each other. */
  static final int DEEPEST = 6;

  private static final RecordCodec CODEC = new RecordCodec(100_000);

  private ConditionJson() {}

  /** A condition read, or what is wrong with it. */
  sealed interface Parsed {
    record Good(MemberCondition condition) implements Parsed {}

    record Bad(List<Flaw> problems) implements Parsed {}
  }

  /**
   * Reads what somebody wrote.
   *
   * @param tier whether the program has it
   * @param store whether the shop has it
   */
  static Parsed parse(JsonNode json, Predicate<String> tier, Predicate<String> store) {
    Decoded<MemberCondition> read = CODEC.read(MemberCondition.class, json);
    MemberCondition condition = read.value();
    if (condition == null) {
      return new Parsed.Bad(read.problems());
    }
    Checking checking = new Checking(tier, store);
    checking.check(condition, "", 1);
    return checking.problems.isEmpty()
        ? new Parsed.Good(condition)
        : new Parsed.Bad(checking.problems);
  }

  /** Reads what was checked before it was kept. */
  static MemberCondition kept(String json) {
    return CODEC.read(MemberCondition.class, json).orThrow();
  }

  /** The one spelling of a condition. */
  static String canonical(MemberCondition condition) {
    return CODEC.canonical(condition);
  }

  static String tag(MemberCondition condition) {
    return tree(condition).path("type").asString();
  }

  /** With every default written out. */
  static JsonNode tree(MemberCondition condition) {
    return CODEC.tree(condition);
  }

  private static final class Checking {
    private final Predicate<String> tier;
    private final Predicate<String> store;
    private final List<Flaw> problems = new ArrayList<>();
    private int count;

    Checking(Predicate<String> tier, Predicate<String> store) {
      this.tier = tier;
      this.store = store;
    }

    void check(MemberCondition c, String at, int depth) {
      if (++count == MOST + 1) {
        error("", "TOO_MANY", "Условий больше " + MOST, "There are more than " + MOST);
      }
      if (depth == DEEPEST + 1) {
        error(at, "TOO_DEEP", "Вложено глубже " + DEEPEST, "It is nested deeper than " + DEEPEST);
      }
      if (count > MOST || depth > DEEPEST) {
        return;
      }
      switch (c) {
        case MemberCondition.All all -> each(all.of(), at, depth);
        case MemberCondition.Any any -> each(any.of(), at, depth);
        case MemberCondition.Not not -> check(not.of(), at + "/of", depth + 1);
        case MemberCondition.InTier t ->
            known(t.tiers(), tier, at + "/tiers", "UNKNOWN_TIER", "Нет уровня", "There is no tier");
        case MemberCondition.BoughtInStore b ->
            known(
                b.stores(),
                store,
                at + "/stores",
                "UNKNOWN_STORE",
                "Нет магазина",
                "There is no store");
        case MemberCondition.Balance b -> range(b.range(), at);
        case MemberCondition.PurchasesSum p -> range(p.range(), at);
        case MemberCondition.AverageReceipt a -> range(a.range(), at);
        default -> {}
      }
    }

    private void each(List<MemberCondition> of, String at, int depth) {
      for (int i = 0; i < of.size(); i++) {
        check(of.get(i), at + "/of/" + i, depth + 1);
      }
    }

    private void known(
        Set<String> named, Predicate<String> known, String at, String code, String ru, String en) {
      for (String id : named) {
        if (!known.test(id)) {
          error(at, code, ru + " «" + id + "»", en + " \"" + id + "\"");
        }
      }
    }

    private void range(AmountRange r, String at) {
      Long from = r.from();
      Long to = r.to();
      if (from == null && to == null) {
        error(
            at + "/range",
            "MISSING_FIELD",
            "Укажите хотя бы один край",
            "At least one end is needed");
      } else if (from != null
          && to != null
          && (r.above() ? from + 1 : from) > (r.including() ? to : to - 1)) {
        error(
            at + "/range",
            "EMPTY_RANGE",
            "В промежутке нет ни одного значения",
            "The range holds nothing");
      }
    }

    private void error(String at, String code, String ru, String en) {
      problems.add(Flaw.error(at, code, ru, en));
    }
  }
}
