/** Measurements, run by hand. */
@NullMarked
package io.kartela.rules.bench;

import org.jspecify.annotations.NullMarked;
