package io.kartela.service.program.whatif;

import io.kartela.rules.InputRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a replay adds up; one for each thread, added together at the end. Kopecks. */
final class Tally {
  private static final int EXAMPLES = 10;

  final Sums before = new Sums();
  final Sums after = new Sums();
  final Map<InputRefusal.Code, Refused> refusals = new TreeMap<>();
  final Map<Move, Long> moves = new HashMap<>();
  long receipts;
  long members;
  long withoutCard;
  long changed;
  long withReturns;
  long gross;
  long unreadable;
  long marginReceipts;
  long goodsCost;
  long marginBefore;
  long marginAfter;
  private final TopChanges top = new TopChanges();
  private final AtomicLong progress;

  /** Receipts that the draft refuses for one reason. */
  static final class Refused {
    final InputRefusal example;
    long count;
    final List<Long> receipts = new ArrayList<>();

    Refused(InputRefusal example) {
      this.example = example;
    }
  }

  /** A member's tier at the end: really, and under the draft; null = none. */
  record Move(@Nullable String before, @Nullable String after) {}

  /**
   * @param progress counts rows of all threads
   */
  Tally(AtomicLong progress) {
    this.progress = progress;
  }

  TopChanges top() {
    return top;
  }

  /** One more row of the period is done. */
  void step() {
    progress.incrementAndGet();
  }

  void receipt(long full, Sums was, Sums is, boolean withCard, boolean returned) {
    receipts++;
    withoutCard += withCard ? 0 : 1;
    gross += full;
    before.add(was);
    after.add(is);
    changed += was.distance(is) > 0 ? 1 : 0;
    withReturns += returned ? 1 : 0;
  }

  void margin(long cost, long moneyBefore, long moneyAfter) {
    marginReceipts++;
    goodsCost += cost;
    marginBefore += moneyBefore - cost;
    marginAfter += moneyAfter - cost;
  }

  void refused(long receiptId, InputRefusal refusal) {
    Refused r = refusals.computeIfAbsent(refusal.code(), c -> new Refused(refusal));
    r.count++;
    if (r.receipts.size() < EXAMPLES) {
      r.receipts.add(receiptId);
    }
  }

  void member(@Nullable String tierBefore, @Nullable String tierAfter) {
    members++;
    moves.merge(new Move(tierBefore, tierAfter), 1L, Long::sum);
  }

  void add(Tally other) {
    before.add(other.before);
    after.add(other.after);
    receipts += other.receipts;
    members += other.members;
    withoutCard += other.withoutCard;
    changed += other.changed;
    withReturns += other.withReturns;
    gross += other.gross;
    unreadable += other.unreadable;
    marginReceipts += other.marginReceipts;
    goodsCost += other.goodsCost;
    marginBefore += other.marginBefore;
    marginAfter += other.marginAfter;
    other.moves.forEach((move, n) -> moves.merge(move, n, Long::sum));
    other.refusals.forEach(
        (code, theirs) -> {
          Refused mine = refusals.computeIfAbsent(code, c -> new Refused(theirs.example));
          mine.count += theirs.count;
          for (long id : theirs.receipts) {
            if (mine.receipts.size() < EXAMPLES) {
              mine.receipts.add(id);
            }
          }
        });
    top.add(other.top);
  }
}
