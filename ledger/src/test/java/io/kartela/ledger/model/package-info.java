/** A naive model of the ledger and the machinery that compares it with the real one. */
@NullMarked
package io.kartela.ledger.model;

import org.jspecify.annotations.NullMarked;
