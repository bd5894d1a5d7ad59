/** Short texts over SMPP 3.4 (jsmpp behind it), and a message centre to play with. */
@NullMarked
package io.kartela.push.smpp;

import org.jspecify.annotations.NullMarked;
