/** Cards in phones' wallets: which exist, which version they are at, who holds them. */
@NullMarked
package io.kartela.service.wallet.pass;

import org.jspecify.annotations.NullMarked;
