/**
 * From what a reader gave to a member: understanding it, finding whose it is, limits, traces,
 * searching by name, and codes that let a phone number spend.
 */
@NullMarked
package io.kartela.service.till.scan;

import org.jspecify.annotations.NullMarked;
