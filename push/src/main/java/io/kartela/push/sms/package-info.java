/** Short texts by SMS: the seam, gateways that speak HTTP, and a loopback server for each. */
@NullMarked
package io.kartela.push.sms;

import org.jspecify.annotations.NullMarked;
