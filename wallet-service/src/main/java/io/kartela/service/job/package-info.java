/** Clocks: what has to happen at some time, on one node at a time. */
@NullMarked
package io.kartela.service.job;

import org.jspecify.annotations.NullMarked;
