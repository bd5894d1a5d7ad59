/**
 * Members who bring others: codes, who invited whom, what inviters are owed and got, what it
 * brought and what is worth a look. See docs/adr/0018-rewards-of-inviters.md.
 */
@NullMarked
package io.kartela.service.member.referral;

import org.jspecify.annotations.NullMarked;
