/**
 * What a merchant decides about the look of a card: a document that is read, checked and published
 * in versions. Knows no HTTP; both wallets draw from it.
 */
@NullMarked
package io.kartela.service.wallet.design;

import org.jspecify.annotations.NullMarked;
