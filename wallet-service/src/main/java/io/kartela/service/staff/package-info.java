@NullMarked
package io.kartela.service.staff;

import org.jspecify.annotations.NullMarked;
