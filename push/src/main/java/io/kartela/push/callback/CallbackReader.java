package io.kartela.push.callback;

/**
 * Reads what one vendor posts for one account. Pure: no clock, no network. Nothing is thrown for
 * what cannot be read: it tells of nothing.
 */
@FunctionalInterface
public interface CallbackReader<E> {
  Heard<E> read(Callback callback);
}
