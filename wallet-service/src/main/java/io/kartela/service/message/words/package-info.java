/** Texts with what is each member's own, and what an occasion brings, in braces. */
@NullMarked
package io.kartela.service.message.words;

import org.jspecify.annotations.NullMarked;
