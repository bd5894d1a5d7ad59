/** Shops: their names, language and time zone. */
@NullMarked
package io.kartela.service.merchant;

import org.jspecify.annotations.NullMarked;
