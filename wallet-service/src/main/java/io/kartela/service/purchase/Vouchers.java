package io.kartela.service.purchase;

import io.kartela.service.promo.certificate.Certificates;
import io.kartela.service.promo.code.PromoCodes;

/** What is asked about that which buyers bring along. */
public record Vouchers(PromoCodes codes, Certificates certificates) {}
