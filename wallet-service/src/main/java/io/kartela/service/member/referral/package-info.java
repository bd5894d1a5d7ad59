/** Members who bring others: codes, who invited whom, and what the sign-up page says of it. */
@NullMarked
package io.kartela.service.member.referral;

import org.jspecify.annotations.NullMarked;
