/**
 * Delivery channels: a message goes in, a sealed {@link io.kartela.push.Delivery} comes out. One
 * package per vendor; a vendor's types do not leave it. Knows nothing of SQL, members or cards.
 */
@NullMarked
package io.kartela.push;

import org.jspecify.annotations.NullMarked;
