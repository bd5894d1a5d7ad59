@NullMarked
package io.kartela.ledger.postgres;

import org.jspecify.annotations.NullMarked;
