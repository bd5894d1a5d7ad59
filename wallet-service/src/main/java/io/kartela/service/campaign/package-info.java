@NullMarked
package io.kartela.service.campaign;

import org.jspecify.annotations.NullMarked;
