package io.kartela.ledger;

/**
 * What a return gave back of a redemption; the parts sum up to {@code amount}.
 *
 * @param seq the entry
 * @param toLots went back to living lots
 * @param toGrace went to a new lot because its own had expired
 * @param burned came back and burned at once (STRICT)
 * @param madeGood went to those who stood in for a grant that was reversed first, see {@link
 *     StandIns}
 */
public record Refund(
    long seq, long amount, long toLots, long toGrace, long burned, long madeGood) {}
