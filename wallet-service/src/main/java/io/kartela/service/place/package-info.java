/**
 * The member's own place: opened from the card's page by a code to the phone (ADR 0022); what is
 * shown, changed and taken away there.
 */
@NullMarked
package io.kartela.service.place;

import org.jspecify.annotations.NullMarked;
