/** Who a member is to the rules: status, tier, what was bought, and how far the next tier is. */
@NullMarked
package io.kartela.service.member.standing;

import org.jspecify.annotations.NullMarked;
