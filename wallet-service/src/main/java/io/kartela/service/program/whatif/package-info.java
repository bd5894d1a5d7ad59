/**
 * What would have happened: past receipts judged again under a draft, changing nothing.
 *
 * <p><b>The replay.</b> Each member's receipts are taken in the order of their time (ties: receipt
 * id) and judged by the very function that judges purchases. A receipt keeps its basket, time and
 * store; what is known of the member is what was known then, changed only where the draft would
 * have changed it:
 *
 * <ul>
 *   <li><b>Bonuses.</b> Two purses run side by side, one with what really was earned and spent, one
 *       with what the draft gives ({@link io.kartela.service.program.whatif.Purse}). Whatever the
 *       real balance shows beyond the real purse (sign-up gifts, adjustments, bonuses from before
 *       the period and their end) is put into both. Lots become available and end by the clock.
 *   <li><b>Spending.</b> The member wants to pay what was really paid (AS_SPENT), or as much as
 *       allowed when as much as allowed was really paid (AS_ALLOWED); the draft's limits and the
 *       simulated balance cut it.
 *   <li><b>Sums of purchases.</b> The stored sums, plus what earlier receipts of the replay counted
 *       more or less. A window that was not stored is summed from the receipts themselves, also
 *       those before the period.
 *   <li><b>Tier.</b> It starts as it was and follows the draft: a purchase lifts it, the monthly
 *       recomputation and returns lower it. While the draft's tier rules are the ones that judged
 *       and nothing has differed yet, it simply follows the real one. A tier given or taken by hand
 *       is taken over. A tier that the draft does not have becomes the lowest.
 *   <li><b>Stamps, rewarded marks and gifts given once</b> differ from the stored ones by what the
 *       replay gave more or less. <b>Budgets</b> of a member continue from the first receipt's
 *       figures; a budget common to all is never exceeded, but who gets the last of it depends on
 *       the order in which members are replayed.
 *   <li><b>Returns</b> are judged again too: the same goods come back at the time of the receipt's
 *       last return. All totals are net of returns.
 * </ul>
 *
 * <p>A receipt that the draft refuses is left out of both sides and counted apart. Buyers are taken
 * to buy the same as they did; nobody knows who would have come because of the new rules.
 */
@NullMarked
package io.kartela.service.program.whatif;

import org.jspecify.annotations.NullMarked;
