package io.kartela.service.platform.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells whoever empties the outbox and what stands beside it that a commit left work there, so that
 * writers need not know them. Before anybody listens nothing is lost: they look now and then
 * anyway. Thread-safe.
 */
public final class Wake implements Runnable {
  private final List<Runnable> all = new CopyOnWriteArrayList<>();
  private final List<Runnable> cards = new CopyOnWriteArrayList<>();

  /** One more who is told of work of any kind, but for {@link #cardChanged}. */
  public void listen(Runnable worker) {
    all.add(worker);
  }

  /** One more who is told of changed cards, whatever else was left. */
  public void listenToCards(Runnable worker) {
    cards.add(worker);
  }

  /** There may be work of any kind. */
  @Override
  public void run() {
    cards.forEach(Runnable::run);
    all.forEach(Runnable::run);
  }

  /** A card changed, and nothing else: a receipt makes nobody look for what it cannot have left. */
  public void cardChanged() {
    cards.forEach(Runnable::run);
  }
}
