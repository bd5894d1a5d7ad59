/**
 * What a shop sells: which categories a code belongs to, set by people or learned from receipts.
 */
@NullMarked
package io.kartela.service.shop.goods;

import org.jspecify.annotations.NullMarked;
