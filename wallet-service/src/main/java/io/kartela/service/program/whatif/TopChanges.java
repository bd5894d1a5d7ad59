package io.kartela.service.program.whatif;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The receipts that change most; keeps what explaining them needs. One thread. */
final class TopChanges {
  static final int MOST = 20;

  private static final Comparator<Entry> WEAKEST_FIRST =
      Comparator.comparingLong(Entry::distance)
          .thenComparing(Comparator.comparingLong((Entry e) -> e.row.id()).reversed());

  private final PriorityQueue<Entry> heap = new PriorityQueue<>(WEAKEST_FIRST);

  /** One of them, as sold. */
  record Entry(
      long distance, ReceiptRow row, StoredReceipt stored, Facts facts, Evaluation draft) {}

  void offer(
      ReceiptRow row, StoredReceipt stored, Facts facts, Evaluation draft, Sums was, Sums is) {
    long distance = was.distance(is);
    if (distance == 0) {
      return;
    }
    Entry weakest = heap.peek();
    if (heap.size() == MOST && weakest != null && distance < weakest.distance) {
      return;
    }
    add(new Entry(distance, row, stored, facts, draft));
  }

  private void add(Entry entry) {
    heap.add(entry);
    if (heap.size() > MOST) {
      heap.remove();
    }
  }

  void add(TopChanges other) {
    other.heap.forEach(this::add);
  }

  /** The strongest first. */
  List<Entry> strongest() {
    List<Entry> all = new ArrayList<>(heap);
    all.sort(WEAKEST_FIRST.reversed());
    return all;
  }
}
