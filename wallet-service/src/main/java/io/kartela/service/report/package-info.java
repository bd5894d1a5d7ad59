/**
 * Figures of a shop, net of returns: each movement on its own day, equal to the ledger and the
 * receipts.
 */
@NullMarked
package io.kartela.service.report;

import org.jspecify.annotations.NullMarked;
