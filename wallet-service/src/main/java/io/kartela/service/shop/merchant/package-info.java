/** Shops: their names, language and time zone. */
@NullMarked
package io.kartela.service.shop.merchant;

import org.jspecify.annotations.NullMarked;
