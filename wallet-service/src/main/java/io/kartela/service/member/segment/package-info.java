/**
 * Groups of members by typed conditions: whom one holds for, how many they are, and why somebody is
 * in or out; RFM scores of each day, and which goods receipts have, written behind the tills.
 */
@NullMarked
package io.kartela.service.member.segment;

import org.jspecify.annotations.NullMarked;
