package io.kartela.service.promo.code;

import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import org.jspecify.annotations.Nullable;

/** How many more codes a set may have. */
record SetMore(@Nullable Long count) {
  /** Of one whose codes came from a list none are made. */
  static long count(PromoSet set, @Nullable Long count) {
    Integer symbols = set.shape().symbols();
    if (symbols == null) {
      throw new Problem(ProblemCode.PROMO_SET_NOT_FOUND);
    }
    Check check = new Check();
    long more = SetRequest.count(check, count, symbols, set.stock().issued());
    check.done();
    return more;
  }
}
