@NullMarked
package io.kartela.rules;

import org.jspecify.annotations.NullMarked;
