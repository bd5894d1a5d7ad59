/** What people changed: who, what, when. */
@NullMarked
package io.kartela.service.shop.audit;

import org.jspecify.annotations.NullMarked;
