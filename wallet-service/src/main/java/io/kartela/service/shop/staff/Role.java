package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.LocalText;

/** What an employee may do; a higher role includes the lower ones. */
public enum Role {
  CASHIER(1, "кассир", "cashier"),
  MARKETER(2, "маркетолог", "marketer"),
  OWNER(3, "владелец", "owner");

  private final int level;
  private final String ru;
  private final String en;

  Role(int level, String ru, String en) {
    this.level = level;
    this.ru = ru;
    this.en = en;
  }

  /** What people call it. */
  LocalText title() {
    return new LocalText(ru, en);
  }

  public boolean includes(Role other) {
    return level >= other.level;
  }
}
