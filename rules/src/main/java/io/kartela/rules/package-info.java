/**
 * What a receipt brings: a program of typed rules, judged without a clock, a database or a network.
 * The same input gives the same result and the same trace.
 */
@NullMarked
package io.kartela.rules;

import org.jspecify.annotations.NullMarked;
