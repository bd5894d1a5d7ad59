/** What messengers share: words to a chat, what people do in it, and the base of stand-ins. */
@NullMarked
package io.kartela.push.chat;

import org.jspecify.annotations.NullMarked;
