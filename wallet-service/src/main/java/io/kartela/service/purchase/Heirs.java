package io.kartela.service.purchase;

import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Registers that name a member who was merged into another since they learned of him: it is the
 * other's purchase. Nobody is looked up unless the one named is gone. Thread-safe.
 */
final class Heirs {
  private final Database database;

  Heirs(Database database) {
    this.database = database;
  }

  /** Does it for the member of the receipt, or for whom that member has become. */
  <T> T owned(
      RegisterPrincipal register,
      ReceiptRequest.Checked request,
      Function<ReceiptRequest.Checked, T> work) {
    if (request.memberId() == 0) {
      return work.apply(request);
    }
    return owned(
        register.merchantId(),
        request.memberId(),
        member -> {
          if (member == request.memberId()) {
            return work.apply(request);
          }
          // Members with open holds are not merged, and another's hold may have the same number.
          if (request.holdId() != 0 && request.sold() == null) {
            throw new Problem(ProblemCode.HOLD_NOT_FOUND);
          }
          return work.apply(request.by(member).withoutHold());
        });
  }

  <T> T owned(long merchantId, long memberId, LongFunction<T> work) {
    try {
      return work.apply(memberId);
    } catch (Problem e) {
      if (e.code() != ProblemCode.MEMBER_NOT_FOUND) {
        throw e;
      }
      Long heir =
          database
              .inTenant(merchantId, c -> Members.heirs(c, merchantId, List.of(memberId)))
              .get(memberId);
      if (heir == null) {
        throw e;
      }
      return work.apply(heir);
    }
  }
}
