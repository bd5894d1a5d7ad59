@NullMarked
package io.kartela.service.program.whatif;

import org.jspecify.annotations.NullMarked;
