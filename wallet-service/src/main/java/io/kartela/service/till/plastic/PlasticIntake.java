package io.kartela.service.till.plastic;

import io.kartela.service.code.Cards;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.till.plastic.Lookalikes.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cards that members bring along, many at once, judged as tills read them. Whoever writes holds the
 * lock of cards. Thread-safe.
 */
public final class PlasticIntake {
  private final PlasticStore store;

  public PlasticIntake(PlasticStore store) {
    this.store = store;
  }

  /** The number in a spreadsheet's cell; empty when the cell no longer says which. */
  public static Optional<String> number(String cell) {
    return Cells.number(Cells.text(cell));
  }

  public void lock(Connection c, long merchantId) throws SQLException {
    store.lock(c, merchantId);
  }

  /** What there is around these numbers. */
  public Around around(Connection c, long merchantId, Collection<String> codes)
      throws SQLException {
    return new Around(
        store.lookalikes(c, merchantId, codes.stream().distinct().map(CardForms::of).toList()));
  }

  /** Whose cards are; numbers that are given out are told to it. Not thread-safe. */
  public static final class Around {
    private final Lookalikes all;

    private Around(Lookalikes all) {
      this.all = all;
    }

    /** Who has this card; 0: nobody, or it lies in stock. */
    public long holder(String code) {
      return all.holders(CardForms.of(code)).stream()
          .mapToLong(Owner::memberId)
          .filter(id -> id != 0)
          .findFirst()
          .orElse(0);
    }

    /**
     * Why a member may not have this card; null: they may, and nobody else from now on.
     *
     * @param newPhone the phone of somebody who becomes a member by this, else ""
     */
    public @Nullable ProblemCode give(String code, long memberId, String newPhone) {
      CardForms forms = CardForms.of(code);
      Set<Owner> allowed = new HashSet<>();
      allowed.add(Owner.member(memberId));
      all.holders(forms).stream().filter(owner -> owner.plasticId() != 0).forEach(allowed::add);
      boolean own = forms.phones().contains(newPhone);
      ProblemCode conflict = all.conflict(forms, allowed, own);
      if (conflict == null) {
        all.give(forms, Owner.member(memberId));
      }
      return conflict;
    }

    private boolean isInStock(String code) {
      return all.holders(CardForms.of(code)).stream().anyMatch(owner -> owner.plasticId() != 0);
    }
  }

  /** Numbers for a member. */
  public record Given(long memberId, String code) {}

  /** Gives cards that were found free; out of stock with all that is on the same plastic. */
  public void give(
      Connection c, long merchantId, Around around, Collection<Given> given, Instant now)
      throws SQLException {
    List<Cards.Card> free = new ArrayList<>();
    for (Given one : given) {
      if (around.isInStock(one.code)) {
        List<Cards.Card> _ = store.attach(c, merchantId, one.memberId, List.of(one.code), now);
      } else {
        free.add(new Cards.Card(one.code, one.memberId, Cards.Kind.PHYSICAL, Cards.Status.ACTIVE));
      }
    }
    store.writeAll(c, merchantId, free, now);
  }

  /** Refuses more cards than a member may have. */
  public boolean hasRoom(Connection c, long merchantId, long memberId, int more)
      throws SQLException {
    try {
      store.requireRoom(c, merchantId, memberId, more);
      return true;
    } catch (Problem e) {
      return false;
    }
  }

  public void committed(long merchantId) {
    store.committed(merchantId);
  }
}
