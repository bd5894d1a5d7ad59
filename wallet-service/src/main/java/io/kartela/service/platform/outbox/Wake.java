package io.kartela.service.platform.outbox;

/**
 * Tells whoever empties the outbox that a commit left work there, so that writers need not know
 * them. Before anybody listens nothing is lost: the outbox is looked at now and then anyway.
 * Thread-safe.
 */
public final class Wake implements Runnable {
  private volatile Runnable listener = () -> {};

  /** The one who is told from now on. */
  public void listen(Runnable worker) {
    listener = worker;
  }

  @Override
  public void run() {
    listener.run();
  }
}
