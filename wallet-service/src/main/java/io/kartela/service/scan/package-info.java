@NullMarked
package io.kartela.service.scan;

import org.jspecify.annotations.NullMarked;
