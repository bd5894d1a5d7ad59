/** Benchmarks of the running service; see {@code ./bench}. */
@NullMarked
package io.kartela.service.bench;

import org.jspecify.annotations.NullMarked;
