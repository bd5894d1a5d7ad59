@NullMarked
package io.kartela.service.store;

import org.jspecify.annotations.NullMarked;
