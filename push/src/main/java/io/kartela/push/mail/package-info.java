/** Letters by e-mail: the seam, SMTP, bounces and complaints, and a mail server to play with. */
@NullMarked
package io.kartela.push.mail;

import org.jspecify.annotations.NullMarked;
