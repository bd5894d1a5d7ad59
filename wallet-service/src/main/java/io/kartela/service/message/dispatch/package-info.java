/**
 * Brings words to members beside the card: one after the other by the shop's channels, until one of
 * them took it, with exactly one verdict for each.
 */
@NullMarked
package io.kartela.service.message.dispatch;

import org.jspecify.annotations.NullMarked;
