/**
 * Who a merchant is to Apple and Google: certificates and keys, checked before a phone could refuse
 * them, kept sealed, replaced without losing a card.
 */
@NullMarked
package io.kartela.service.wallet.identity;

import org.jspecify.annotations.NullMarked;
