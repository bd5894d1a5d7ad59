/** A person's right to their data: all of them in one file, and erased for good. */
@NullMarked
package io.kartela.service.privacy;

import org.jspecify.annotations.NullMarked;
