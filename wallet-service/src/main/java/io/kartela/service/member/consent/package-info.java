/** What a member agreed to and took back, purpose by purpose, with what shows it later. */
@NullMarked
package io.kartela.service.member.consent;

import org.jspecify.annotations.NullMarked;
