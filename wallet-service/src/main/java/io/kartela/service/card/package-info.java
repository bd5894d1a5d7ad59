@NullMarked
package io.kartela.service.card;

import org.jspecify.annotations.NullMarked;
