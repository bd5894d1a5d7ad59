/** Who is signed in at their own place: sessions bound to the phone that took the code. */
@NullMarked
package io.kartela.service.member.session;

import org.jspecify.annotations.NullMarked;
