/** Google Wallet: its REST service, save links and call-backs, and the fake that speaks them. */
@NullMarked
package io.kartela.push.google;

import org.jspecify.annotations.NullMarked;
