/**
 * A member's bonuses as the service shows and moves them: balances, statements, bonuses by hand,
 * transfers. The books themselves are the ledger's.
 */
@NullMarked
package io.kartela.service.account;

import org.jspecify.annotations.NullMarked;
