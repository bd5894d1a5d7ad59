/**
 * Bonus accounts as pure functions: a snapshot of an account goes in, a {@link
 * io.kartela.ledger.Posting} or a typed refusal comes out. No database, no clock, no HTTP, no JSON.
 */
@NullMarked
package io.kartela.ledger;

import org.jspecify.annotations.NullMarked;
