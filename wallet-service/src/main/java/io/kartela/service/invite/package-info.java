/** Members who bring others: codes, who invited whom, and what the sign-up page says of it. */
@NullMarked
package io.kartela.service.invite;

import org.jspecify.annotations.NullMarked;
