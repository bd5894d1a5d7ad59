@NullMarked
package io.kartela.certs;

import org.jspecify.annotations.NullMarked;
