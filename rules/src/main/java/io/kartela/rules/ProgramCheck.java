package io.kartela.rules;

import io.kartela.rules.codec.Flaw;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Checks what a single record cannot see: references, phases, contradictions, clock changes. */
public final class ProgramCheck {
  private final Program program;
  private final List<Flaw> problems = new ArrayList<>();
  private final Set<ZoneId> zones;

  private ProgramCheck(Program program, Collection<ZoneId> storeZones) {
    this.program = program;
    this.zones = new TreeSet<>(java.util.Comparator.comparing(ZoneId::getId));
    zones.addAll(storeZones);
    if (zones.isEmpty()) {
      zones.add(program.zone());
    }
  }

  /** All problems, errors and warnings; windows are checked in the program's zone. */
  public static List<Flaw> validate(Program program) {
    return validate(program, List.of());
  }

  /**
   * All problems, errors and warnings.
   *
   * @param storeZones zones in which the windows of rules are checked for clock changes
   */
  public static List<Flaw> validate(Program program, Collection<ZoneId> storeZones) {
    ProgramCheck c = new ProgramCheck(program, storeZones);
    c.kind();
    c.names();
    c.tiers();
    c.spending();
    Map<String, Set<Phase>> phases = new HashMap<>();
    Set<String> counters = new HashSet<>();
    for (int i = 0; i < program.rules().size(); i++) {
      new RuleCheck(program, c.zones, "/rules/" + i, c.problems)
          .check(program.rules().get(i), phases, counters);
    }
    c.groups(phases);
    c.problems.addAll(Useless.of(program));
    return List.copyOf(c.problems);
  }

  private void error(String at, String code, String ru, String en) {
    problems.add(Flaw.error(at, code, ru, en));
  }

  private void warn(String at, String code, String ru, String en) {
    problems.add(Flaw.warning(at, code, ru, en));
  }

  private void kind() {
    Program.Kind kind = program.kind();
    if (kind == Program.Kind.MEMBERSHIP || kind == Program.Kind.COALITION) {
      error(
          "/kind",
          "KIND_NOT_YET",
          "Платное участие и коалиции пока не поддерживаются",
          "Paid membership and coalitions are not supported yet");
    }
    boolean earns = program.rules().stream().anyMatch(r -> r.then() instanceof Effect.Earn);
    boolean stamps = program.rules().stream().anyMatch(r -> r.then() instanceof Effect.StampCard);
    if (kind == Program.Kind.STAMPS && !stamps) {
      warn(
          "/rules",
          "NO_STAMP_RULE",
          "В программе штампов нет правила «каждый N-й бесплатно»",
          "A stamp program without a stamp card rule");
    }
    if ((kind == Program.Kind.BONUS || kind == Program.Kind.CASHBACK) && !earns) {
      warn(
          "/rules",
          "NOTHING_EARNS",
          "В программе нет ни одного правила начисления",
          "No rule of the program earns anything");
    }
  }

  private void names() {
    unique("tiers", program.tiers().stream().map(Tier::id).toList(), "DUPLICATE_TIER");
    unique("groups", program.groups().stream().map(Group::id).toList(), "DUPLICATE_GROUP");
    unique("rules", program.rules().stream().map(Rule::id).toList(), "DUPLICATE_RULE");
  }

  private void unique(String list, List<String> ids, String code) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      Integer first = seen.putIfAbsent(ids.get(i), i);
      if (first != null) {
        error(
            "/" + list + "/" + i + "/id",
            code,
            "Ключ «" + ids.get(i) + "» уже занят: /" + list + "/" + first,
            "The id \"" + ids.get(i) + "\" is already taken by /" + list + "/" + first);
      }
    }
  }

  private void tiers() {
    Map<Integer, Integer> ranks = new HashMap<>();
    Tier lowest = program.lowestTier();
    for (int i = 0; i < program.tiers().size(); i++) {
      Tier t = program.tiers().get(i);
      Integer first = ranks.putIfAbsent(t.rank(), i);
      if (first != null) {
        error(
            "/tiers/" + i + "/rank",
            "DUPLICATE_RANK",
            "Такой же ранг у /tiers/" + first + ": непонятно, какой уровень выше",
            "/tiers/" + first + " has the same rank: it is unclear which tier is higher");
      }
      if (t.equals(lowest) && !t.upgrades().isEmpty()) {
        warn(
            "/tiers/" + i + "/upgrades",
            "LOWEST_TIER_UPGRADES",
            "Начальный уровень даётся всем, условия не нужны",
            "The lowest tier is everybody's, its upgrades do nothing");
      }
      thresholds(t, i);
    }
  }

  /** A share that every tier replaces by its own can never act. */
  private void spending() {
    boolean own = program.tiers().stream().allMatch(t -> t.maxSpendBp() != null);
    if (!program.tiers().isEmpty() && own && program.spending().maxBp() < Percents.FULL_BP) {
      warn(
          "/spending/maxBp",
          "SPENDING_SHARE_UNUSED",
          "У каждого уровня своя доля оплаты бонусами: эта ни на что не влияет",
          "Every tier has a share of its own payable with bonuses: this one does nothing");
    }
  }

  /** A higher tier that is easier to reach than a lower one makes the lower one unreachable. */
  private void thresholds(Tier high, int i) {
    for (int k = 0; k < high.upgrades().size(); k++) {
      Tier.Upgrade up = high.upgrades().get(k);
      for (Tier low : program.tiers()) {
        for (Tier.Upgrade u : low.upgrades()) {
          if (low.rank() < high.rank() && u.getClass() == up.getClass() && from(u) >= from(up)) {
            warn(
                "/tiers/" + i + "/upgrades/" + k + "/from",
                "TIER_THRESHOLDS_CROSS",
                "Порог не выше, чем у уровня "
                    + Quotes.ru(low.name().ru())
                    + ": тот станет недостижим",
                "Not above the threshold of "
                    + Quotes.en(low.name().en())
                    + ", which is never reached");
          }
        }
      }
    }
  }

  private static long from(Tier.Upgrade u) {
    return switch (u) {
      case Tier.Upgrade.TotalPurchases(long from) -> from;
      case Tier.Upgrade.WindowPurchases(long from) -> from;
      case Tier.Upgrade.SinglePurchase(long from) -> from;
    };
  }

  /** A rule that competes with nobody always wins. */
  private void alone(Group group) {
    if (group.mode() == Group.Mode.STACK) {
      return;
    }
    List<Rule> rules = program.rules();
    List<Integer> here =
        IntStream.range(0, rules.size())
            .filter(k -> group.id().equals(rules.get(k).group()))
            .boxed()
            .toList();
    if (here.size() == 1) {
      warn(
          "/rules/" + here.getFirst() + "/group",
          "ALONE_IN_GROUP",
          "Выбирать не из чего: других правил в этой группе нет",
          "There is nothing to choose from: the group has no other rule");
    }
  }

  private void groups(Map<String, Set<Phase>> phases) {
    for (int i = 0; i < program.groups().size(); i++) {
      String id = program.groups().get(i).id();
      Set<Phase> used = phases.getOrDefault(id, Set.of());
      if (used.isEmpty()) {
        warn(
            "/groups/" + i,
            "UNUSED_GROUP",
            "В группе «" + id + "» нет правил",
            "No rule is in the group \"" + id + "\"");
      }
      alone(program.groups().get(i));
      if (used.size() > 1) {
        error(
            "/groups/" + i,
            "GROUP_MIXES_PHASES",
            "В группе «" + id + "» смешаны скидки, начисления или подарки: сравнить их нельзя",
            "The group \"" + id + "\" mixes discounts, accrual or grants, which cannot compete");
      }
    }
  }
}
