/** Who works at a register: cashiers with their PINs and sessions. */
@NullMarked
package io.kartela.service.shop.cashier;

import org.jspecify.annotations.NullMarked;
