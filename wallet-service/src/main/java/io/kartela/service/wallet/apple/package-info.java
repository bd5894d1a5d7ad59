/** Apple Wallet: building and signing the .pkpass, and Apple's pass web service. */
@NullMarked
package io.kartela.service.wallet.apple;

import org.jspecify.annotations.NullMarked;
