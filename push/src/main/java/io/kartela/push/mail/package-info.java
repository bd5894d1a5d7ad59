/** Letters by e-mail: the seam, and SMTP. */
@NullMarked
package io.kartela.push.mail;

import org.jspecify.annotations.NullMarked;
