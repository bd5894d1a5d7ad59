/** Gift certificates: kinds, sold or given, spent in parts, and what the shop owes for them. */
@org.jspecify.annotations.NullMarked
package io.kartela.service.promo.certificate;
