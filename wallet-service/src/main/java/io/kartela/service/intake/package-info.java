/** Members from another system: who they are, what they bring along, and how that is taken back. */
@NullMarked
package io.kartela.service.intake;

import org.jspecify.annotations.NullMarked;
