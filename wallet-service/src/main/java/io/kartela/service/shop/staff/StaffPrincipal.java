package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.util.Set;

/**
 * The employee who is signed in.
 *
 * @param stores a manager's
 */
public record StaffPrincipal(
    long merchantId,
    long staffId,
    String name,
    String email,
    Role role,
    Lang locale,
    Set<Long> stores) {

  public boolean may(Action action) {
    return action.allowed(role);
  }

  /** Refuses whoever may not do this. */
  public void require(Action action) {
    if (!may(action)) {
      throw new Problem(ProblemCode.FORBIDDEN, action.who());
    }
  }

  /** Whether what is done to a store may be done to this one. */
  public boolean reaches(long storeId) {
    return role != Role.MANAGER || stores.contains(storeId);
  }
}
