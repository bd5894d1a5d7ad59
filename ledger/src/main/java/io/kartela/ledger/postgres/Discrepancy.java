package io.kartela.ledger.postgres;

/**
 * Something that does not add up. There is no such thing in a sound ledger: raise an alarm.
 *
 * @param check which sum, a stable name
 * @param place the lot or entry number, 0 where the whole account is meant
 * @param booked what stands in the books
 * @param counted what the recount gives
 */
public record Discrepancy(
    long merchantId, long accountId, String check, long place, long booked, long counted) {}
