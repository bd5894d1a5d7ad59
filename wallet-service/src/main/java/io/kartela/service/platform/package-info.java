/** What every feature is built on, handed on as one value. */
@NullMarked
package io.kartela.service.platform;

import org.jspecify.annotations.NullMarked;
