/** Who works in a shop's cabinet: invited, given a role, let go; and everybody's own access. */
@NullMarked
package io.kartela.service.shop.team;

import org.jspecify.annotations.NullMarked;
