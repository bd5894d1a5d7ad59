/** By what a shop writes to its members beside the card: vendors, prices, order, and addresses. */
@NullMarked
package io.kartela.service.message.channel;

import org.jspecify.annotations.NullMarked;
