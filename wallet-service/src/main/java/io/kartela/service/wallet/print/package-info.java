/**
 * What a shop prints: the poster and the table tent with the sign-up code, in the card's look, as
 * PDF.
 */
@NullMarked
package io.kartela.service.wallet.print;

import org.jspecify.annotations.NullMarked;
