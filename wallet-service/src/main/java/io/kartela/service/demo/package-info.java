/** The demonstration shop: made once, in demo mode only. */
@NullMarked
package io.kartela.service.demo;

import org.jspecify.annotations.NullMarked;
