/**
 * Records to JSON and back, with every mistake reported at its JSON pointer; knows nothing of
 * loyalty.
 */
@NullMarked
package io.kartela.rules.codec;

import org.jspecify.annotations.NullMarked;
