/**
 * What a shop says by itself when something happens to a member: found by the clock, decided once
 * for each occasion, within a month's money and but for a hold-out, given a gift, and told by the
 * card or beside it; replayed over a year.
 */
@NullMarked
package io.kartela.service.message.automation;

import org.jspecify.annotations.NullMarked;
