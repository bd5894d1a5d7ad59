/**
 * What a shop says of itself: its names, time zone and contacts, and the texts its customers agree
 * to.
 */
@NullMarked
package io.kartela.service.shop.details;

import org.jspecify.annotations.NullMarked;
