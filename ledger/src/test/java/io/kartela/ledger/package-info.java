@NullMarked
package io.kartela.ledger;

import org.jspecify.annotations.NullMarked;
