/** Telegram bots: messages, its posts, and a stand-in with people. */
@NullMarked
package io.kartela.push.telegram;

import org.jspecify.annotations.NullMarked;
