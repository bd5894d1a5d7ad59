/**
 * A receipt, from the quote to its return: judged by the rules, booked in the ledger, told by the
 * outbox, in one transaction.
 */
@NullMarked
package io.kartela.service.purchase;

import org.jspecify.annotations.NullMarked;
