/** The first steps of a new shop: which are done is read from what the shop has. */
@NullMarked
package io.kartela.service.guide;

import org.jspecify.annotations.NullMarked;
