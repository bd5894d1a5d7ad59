/**
 * What a shop sells: its catalogue with categories as a tree, what a code meant when, set by people
 * or learned from receipts, and the buttons of its tills.
 */
@NullMarked
package io.kartela.service.shop.goods;

import org.jspecify.annotations.NullMarked;
