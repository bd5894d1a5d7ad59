package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.LocalText;

/** As what somebody works in a shop's cabinet; {@link Action} says what each may do. */
public enum Role {
  OWNER("владелец", "owner"),
  /** Of chosen stores. */
  MANAGER("управляющий", "manager"),
  MARKETER("маркетолог", "marketer"),
  SUPPORT("поддержка", "support"),
  /** Reads only. */
  ACCOUNTANT("бухгалтер", "accountant"),
  CASHIER("кассир", "cashier");

  private final String ru;
  private final String en;

  Role(String ru, String en) {
    this.ru = ru;
    this.en = en;
  }

  /** What people call it. */
  LocalText title() {
    return new LocalText(ru, en);
  }
}
