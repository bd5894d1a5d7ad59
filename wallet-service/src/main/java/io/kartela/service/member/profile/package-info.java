/**
 * The customer: signing up, the list, the standing that tiers are judged by, and the card as a page
 * of the web.
 */
@NullMarked
package io.kartela.service.member.profile;

import org.jspecify.annotations.NullMarked;
