package io.kartela.service.staff;

/** What an employee may do; a higher role includes the lower ones. */
public enum Role {
  CASHIER(1),
  MARKETER(2),
  OWNER(3);

  private final int level;

  Role(int level) {
    this.level = level;
  }

  boolean includes(Role other) {
    return level >= other.level;
  }
}
