/** The messenger MAX: messages, its posts, and a stand-in with people. */
@NullMarked
package io.kartela.push.max;

import org.jspecify.annotations.NullMarked;
