/** What is done to many members at once: begun, done row by row in the background, undone. */
@NullMarked
package io.kartela.service.member.bulk;

import org.jspecify.annotations.NullMarked;
