@NullMarked
package io.kartela.service.purchase;

import org.jspecify.annotations.NullMarked;
