/** The customer: signing up, the list, the member's page, and the card as a page of the web. */
@NullMarked
package io.kartela.service.member.profile;

import org.jspecify.annotations.NullMarked;
