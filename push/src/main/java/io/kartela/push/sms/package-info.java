/** Short texts by SMS: the seam, gateways that speak to vendors, and a loopback server for each. */
@NullMarked
package io.kartela.push.sms;

import org.jspecify.annotations.NullMarked;
