@NullMarked
package io.kartela.push;

import org.jspecify.annotations.NullMarked;
