/** Takes changed cards from the outbox to the phones that hold them. */
@NullMarked
package io.kartela.service.message.delivery;

import org.jspecify.annotations.NullMarked;
