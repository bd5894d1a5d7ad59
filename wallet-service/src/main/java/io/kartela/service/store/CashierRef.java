package io.kartela.service.store;

/** Who stands at the register. */
public record CashierRef(long id, String name) {}
