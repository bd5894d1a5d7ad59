/** Short texts to a phone number, and a mailbox that keeps them for the demo. */
@NullMarked
package io.kartela.push.mailbox;

import org.jspecify.annotations.NullMarked;
