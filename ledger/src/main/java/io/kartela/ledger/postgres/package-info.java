/**
 * The ledger's store: its tables, its Flyway scripts and the few statements of the hot path. Works
 * inside the caller's transaction on the caller's connection.
 */
@NullMarked
package io.kartela.ledger.postgres;

import org.jspecify.annotations.NullMarked;
