/**
 * A shop's program in versions: drafts, what changed in words, publishing, and which version judges
 * a moment.
 */
@NullMarked
package io.kartela.service.program;

import org.jspecify.annotations.NullMarked;
