/** A real PostgreSQL for the tests of every module. */
@NullMarked
package io.kartela.ledger.testing;

import org.jspecify.annotations.NullMarked;
