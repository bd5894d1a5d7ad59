/** Physical cards: batches in stock, and the codes of one member. */
@NullMarked
package io.kartela.service.till.plastic;

import org.jspecify.annotations.NullMarked;
