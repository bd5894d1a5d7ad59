@NullMarked
package io.kartela.service.merchant;

import org.jspecify.annotations.NullMarked;
