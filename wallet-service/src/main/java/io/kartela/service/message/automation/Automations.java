package io.kartela.service.message.automation;

import io.kartela.service.account.Retry;
import io.kartela.service.message.channel.MessageRules;
import io.kartela.service.message.post.Reason;
import io.kartela.service.platform.db.Database;
import io.kartela.service.program.Programs;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Looks what happened to a shop's members and has it decided. Any number of nodes may do it at
 * once, and end at any moment: an occasion is decided by whoever writes its row. Thread-safe.
 */
final class Automations {
  private static final int BATCH = 500;

  /** Whoever stands at a till waits for a member's account while gifts are given. */
  private static final int BATCH_OF_GIFTS = 50;

  /**
   * When words come that only the calendar brings about, in a shop that has no hours of its own.
   */
  private static final MessageRules.Day DAY = new MessageRules.Day(10 * 60, 21 * 60);

  private final Database database;
  private final Deciding deciding;
  private final Merchants merchants;
  private final Programs programs;
  private final InstantSource clock;
  private final Runnable wake;

  Automations(
      Database database,
      Deciding deciding,
      Merchants merchants,
      Programs programs,
      InstantSource clock,
      Runnable wake) {
    this.database = database;
    this.deciding = deciding;
    this.merchants = merchants;
    this.programs = programs;
    this.clock = clock;
    this.wake = wake;
  }

  /** Decides all that happened since the last look, as far as it is the hour for it. */
  void run(long merchantId) {
    Instant now = clock.instant();
    List<Automation> on =
        database.inTenant(
            merchantId,
            c -> AutomationStore.all(c, merchantId).stream().filter(Automation::on).toList());
    if (on.isEmpty()) {
      return;
    }
    Merchant shop = merchants.get(merchantId);
    MessageRules rules = database.inTenant(merchantId, c -> MessageRules.of(c, merchantId));
    List<TierView> tiers = programs.current(merchantId).tiers();
    for (Automation a : on) {
      if (isHour(a, rules, shop, now)) {
        for (int step = 0; step < a.plan().steps().size(); step++) {
          decide(Look.now(merchantId, a, step, now, shop.zone(), tiers), shop, now);
        }
        database.inTenant(
            merchantId,
            c -> {
              AutomationStore.looked(c, merchantId, a, now);
              return a;
            });
      }
    }
  }

  /** What waits for its hour is found then. */
  private static boolean isHour(Automation a, MessageRules rules, Merchant shop, Instant now) {
    boolean offers =
        a.plan().steps().stream().anyMatch(step -> step.gift() != null)
            || a.plan().reason(0) == Reason.OCCASION;
    MessageRules.Day day = rules.day() == null && a.plan().kind().byTheClock() ? DAY : rules.day();
    return !(offers || a.plan().kind().byTheClock())
        || !new MessageRules(day, null).mayCome(now, shop.zone()).isAfter(now);
  }

  private void decide(Look look, Merchant shop, Instant now) {
    boolean gifts = look.automation().plan().steps().get(look.step()).gift() != null;
    int most = gifts ? BATCH_OF_GIFTS : BATCH;
    long after = 0;
    List<Occasion> found;
    do {
      long last = after;
      found = Retry.transaction(() -> batch(look, shop, last, most, now));
      after = found.isEmpty() ? last : found.getLast().key();
      if (!found.isEmpty()) {
        wake.run();
      }
    } while (found.size() == most);
  }

  private List<Occasion> batch(Look look, Merchant shop, long after, int most, Instant now) {
    return database.inTenant(
        look.merchantId(),
        c -> {
          boolean on =
              AutomationStore.one(c, look.merchantId(), look.automation().id(), "FOR SHARE")
                  .filter(Automation::on)
                  .isPresent();
          if (!on) {
            return List.of();
          }
          List<Occasion> found =
              look.automation().plan().kind().finder().find(c, look, after, most);
          deciding.decide(c, look, shop, found, now);
          return found;
        });
  }
}
