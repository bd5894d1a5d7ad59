package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;

/**
 * The welcome gift of a newcomer. Given by the sign-up, not by a receipt; kept here so that it is
 * versioned with the program.
 *
 * @param amount kopecks
 * @param pendingDays days until it can be spent
 * @param life how long it can be spent
 */
public record SignUpGift(
    @Bounds(min = 1) long amount,
    @Default("0") @Bounds(max = 3_660) int pendingDays,
    @Default("{\"type\":\"never\"}") Lifetime life) {}
