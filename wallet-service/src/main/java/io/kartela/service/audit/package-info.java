/** What people changed: who, what, when. */
@NullMarked
package io.kartela.service.audit;

import org.jspecify.annotations.NullMarked;
