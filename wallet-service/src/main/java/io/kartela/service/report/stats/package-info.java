/**
 * What figures of an experiment allow to say: two arms compared with their uncertainty, and the
 * other statistics of reports. Pure: no database, no clock, and chance only from a seed.
 */
@NullMarked
package io.kartela.service.report.stats;

import org.jspecify.annotations.NullMarked;
