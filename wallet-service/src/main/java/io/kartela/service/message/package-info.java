/** One-time codes: how many may be sent and guessed, and what is told when one does not go. */
@NullMarked
package io.kartela.service.message;

import org.jspecify.annotations.NullMarked;
