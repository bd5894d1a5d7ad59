/** Promo codes: sets of them, made or brought in, what is reserved and used, and who guesses. */
@org.jspecify.annotations.NullMarked
package io.kartela.service.promo.code;
