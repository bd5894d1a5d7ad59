/**
 * What a card says, whatever phone shows it: its facts, the templates they stand in, colours and
 * art.
 */
@NullMarked
package io.kartela.service.wallet.content;

import org.jspecify.annotations.NullMarked;
