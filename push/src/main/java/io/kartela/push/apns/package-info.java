/** Pushes to Apple passes, and the APNs that the demo and the tests talk to. */
@NullMarked
package io.kartela.push.apns;

import org.jspecify.annotations.NullMarked;
