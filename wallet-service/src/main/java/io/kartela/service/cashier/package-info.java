/** Who works at a register: cashiers with their PINs and sessions. */
@NullMarked
package io.kartela.service.cashier;

import org.jspecify.annotations.NullMarked;
