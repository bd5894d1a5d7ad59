/**
 * Figures of any period beside the period before and a year ago, by store, employee, tier and
 * segment; whole days from their sums, the rest and free questions from the receipts. Net of
 * returns: each movement on its own day, a return in the store and under the cashier of its sale.
 */
@NullMarked
package io.kartela.service.report.figures;

import org.jspecify.annotations.NullMarked;
