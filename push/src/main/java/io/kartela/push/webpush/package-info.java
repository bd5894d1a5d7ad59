/** Web push (RFC 8030, 8291, 8292) with the JDK alone, and a push service with its browsers. */
@NullMarked
package io.kartela.push.webpush;

import org.jspecify.annotations.NullMarked;
