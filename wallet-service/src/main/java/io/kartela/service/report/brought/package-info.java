/**
 * What campaigns, automations and all advertising of a quarter brought: purchases of those who were
 * written to beside those who were held out, in one window for both, with what chance leaves open.
 * Reads other features' tables, writes none.
 */
@NullMarked
package io.kartela.service.report.brought;

import org.jspecify.annotations.NullMarked;
