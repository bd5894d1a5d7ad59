/** Demo only: phones, the vendors' servers and a mailbox on loopback. */
@NullMarked
package io.kartela.service.simulator;

import org.jspecify.annotations.NullMarked;
