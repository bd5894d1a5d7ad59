/**
 * Texts to many: who is written to, sent in leased parts, paused, cancelled, and what came of each.
 */
@NullMarked
package io.kartela.service.message.campaign;

import org.jspecify.annotations.NullMarked;
