/** Stores and their registers: keys, and what a till may do. */
@NullMarked
package io.kartela.service.shop.store;

import org.jspecify.annotations.NullMarked;
