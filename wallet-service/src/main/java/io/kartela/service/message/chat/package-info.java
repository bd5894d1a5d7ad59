/**
 * How members come to a shop's bot and what they do there: links that are theirs, and what vendors
 * post of chats and texts.
 */
@NullMarked
package io.kartela.service.message.chat;

import org.jspecify.annotations.NullMarked;
