package io.kartela.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The GRANT phase: fixed bonuses in lots of their own. */
final class Grants {
  private final Ctx ctx;

  Grants(Ctx ctx) {
    this.ctx = ctx;
  }

  /**
   * Every key under which a grant of the program could be remembered at a moment, so that nobody
   * has to read all keys a member ever got.
   */
  static Set<String> possibleKeys(Program program, Instant at, ZoneId storeZone) {
    LocalDate today = at.atZone(storeZone).toLocalDate();
    Set<String> keys = new TreeSet<>();
    for (Rule rule : program.rules()) {
      if (rule.then() instanceof Effect.GrantBonus grant) {
        switch (grant.once()) {
          case EACH_TIME -> {}
          case ONCE -> keys.add(rule.id());
          case PER_DAY -> keys.add(rule.id() + ":" + today);
          case PER_BIRTHDAY_YEAR -> {
            // No birthday in sight is year 0; a window reaches into the years beside this one.
            keys.add(rule.id() + ":0");
            for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
              keys.add(rule.id() + ":" + year);
            }
          }
        }
      }
    }
    return keys;
  }

  void run() {
    for (Contest contest : ctx.plan.contests(Phase.GRANT)) {
      Group.Mode mode = contest.mode();
      Evaluation.Grant won = null;
      List<Evaluation.CounterMove> rewarded = new ArrayList<>(0);
      for (Step s : contest.steps()) {
        Evaluation.Grant g = offer(s);
        if (g == null) {
          continue;
        }
        if (won != null && (mode == Group.Mode.FIRST || g.amount() <= won.amount())) {
          lose(g, won);
          continue;
        }
        if (won != null) {
          lose(won, g);
        }
        won = g;
        rewarded.clear();
        ctx.addPurchase(rewarded);
      }
      if (won != null) {
        ctx.grants.add(won);
        ctx.counters.addAll(rewarded);
        ctx.trace.add(
            new Trace.Applied(
                won.rule(), Phase.GRANT, won.amount(), LineAmounts.NONE, 0, -1, null, null));
      }
    }
  }

  private void lose(Evaluation.Grant loser, Evaluation.Grant winner) {
    ctx.trace.add(
        new Trace.Rejected(
            loser.rule(),
            Phase.GRANT,
            Trace.Reason.LOST_IN_GROUP,
            null,
            null,
            winner.rule(),
            LineAmounts.NONE));
  }

  private Evaluation.@Nullable Grant offer(Step s) {
    ctx.birthdayYear = 0;
    if (!ctx.admits(s)) {
      return null;
    }
    if (ctx.member == null) {
      ctx.reject(s, Trace.Reason.NO_MEMBER);
      return null;
    }
    if (ctx.nothingPaid()) {
      ctx.reject(s, Trace.Reason.NOTHING_TO_GIVE);
      return null;
    }
    Effect.GrantBonus e = (Effect.GrantBonus) s.rule.then();
    String key = onceKey(s, e);
    if (key != null && ctx.facts.usedKeys().contains(key)) {
      ctx.reject(s, Trace.Reason.ALREADY_GIVEN);
      return null;
    }
    Ctx.Room room = ctx.room(s);
    long amount = Math.min(e.amount(), room.most());
    if (amount <= 0) {
      ctx.reject(s, room.none() == null ? Trace.Reason.CAP_REACHED : room.none());
      return null;
    }
    ZoneId zone = ctx.plan.program.zone();
    Instant active = Lots.activeFrom(ctx.at, e.pendingDays(), zone);
    Instant expires = e.life().expiresAt(active, zone);
    if (expires != null && !expires.isAfter(active)) {
      ctx.reject(s, Trace.Reason.LIFE_OVER);
      return null;
    }
    return new Evaluation.Grant(s.id, amount, active, expires, key);
  }

  private @Nullable String onceKey(Step s, Effect.GrantBonus e) {
    return switch (e.once()) {
      case EACH_TIME -> null;
      case ONCE -> s.id;
      case PER_BIRTHDAY_YEAR -> s.id + ":" + ctx.birthdayYear;
      case PER_DAY -> s.id + ":" + ctx.local().toLocalDate();
    };
  }
}
