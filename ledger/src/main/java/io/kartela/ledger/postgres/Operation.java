package io.kartela.ledger.postgres;

/**
 * An idempotency record, written in the same transaction as what it guards.
 *
 * @param key the caller's key, unique within the merchant
 * @param bodyHash a digest of the request's body, as text
 * @param response what was answered and is answered again to every repetition
 */
public record Operation(String key, String bodyHash, String response) {
  public Operation {
    if (key.isBlank() || bodyHash.isBlank()) {
      throw new IllegalArgumentException("an operation needs a key and a digest of its body");
    }
  }
}
