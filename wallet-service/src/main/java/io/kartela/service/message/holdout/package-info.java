/**
 * Who is not written to on purpose: a campaign's own hold-out and the shop's, which stays out of
 * all advertising for a quarter; and what the owner decides about them.
 */
@NullMarked
package io.kartela.service.message.holdout;

import org.jspecify.annotations.NullMarked;
