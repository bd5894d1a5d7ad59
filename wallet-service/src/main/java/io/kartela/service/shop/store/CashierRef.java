package io.kartela.service.shop.store;

/** Who stands at the register. */
public record CashierRef(long id, String name) {}
