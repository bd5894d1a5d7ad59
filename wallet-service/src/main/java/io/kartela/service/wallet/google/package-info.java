/** Google Wallet: classes, objects, save links and call-backs. */
@NullMarked
package io.kartela.service.wallet.google;

import org.jspecify.annotations.NullMarked;
