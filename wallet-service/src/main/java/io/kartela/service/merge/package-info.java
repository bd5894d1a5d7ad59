/** Two records of one person become one. */
@NullMarked
package io.kartela.service.merge;

import org.jspecify.annotations.NullMarked;
