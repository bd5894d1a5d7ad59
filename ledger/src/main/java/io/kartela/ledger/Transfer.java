package io.kartela.ledger;

/**
 * The receiving side of a transfer; write it together with the sender's posting.
 *
 * @param seq the sender's entry
 */
public record Transfer(long seq, Posting to) {}
