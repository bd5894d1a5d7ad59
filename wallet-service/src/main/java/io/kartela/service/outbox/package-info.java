@NullMarked
package io.kartela.service.outbox;

import org.jspecify.annotations.NullMarked;
