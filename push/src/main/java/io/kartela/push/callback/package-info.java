/** What vendors post to us: its proof, its events, and the reply that they want to hear. */
@NullMarked
package io.kartela.push.callback;

import org.jspecify.annotations.NullMarked;
