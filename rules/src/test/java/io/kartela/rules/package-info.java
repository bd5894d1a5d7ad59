/** Tests of the rules. */
@NullMarked
package io.kartela.rules;

import org.jspecify.annotations.NullMarked;
