/** How phones draw a card: a pass or an object in, the picture of a wallet out. */
@NullMarked
package io.kartela.service.wallet.preview;

import org.jspecify.annotations.NullMarked;
