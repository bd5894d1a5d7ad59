/** What people changed: who, what, when; read by the owner. */
@NullMarked
package io.kartela.service.shop.audit;

import org.jspecify.annotations.NullMarked;
