package io.kartela.ledger;

/** What the entry {@code seq} put into a lot (positive) or took out of it (negative). */
public record LotMove(long seq, long lotId, long delta) {}
