@NullMarked
package io.kartela.service.program;

import org.jspecify.annotations.NullMarked;
