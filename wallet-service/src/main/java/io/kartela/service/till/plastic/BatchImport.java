package io.kartela.service.till.plastic;

import io.kartela.service.code.Phone;
import io.kartela.service.code.Uid;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.till.plastic.Batches.RefusedRow;
import io.kartela.service.till.plastic.Batches.Row;
import io.kartela.service.till.plastic.Lookalikes.Owner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One list of cards on its way into stock or hands, row by row. Not thread-safe; one per list. */
final class BatchImport {
  private final Ids ids;
  private final Members members;
  private final PlasticStore store;
  private final long merchantId;
  private final Instant now;
  private final List<Line> lines = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<PlasticStore.Plastic> stock = new ArrayList<>();
  private int attached;

  /**
   * A row that says which card it is.
   *
   * @param row as the list's reader counts: from 1
   * @param phone "" leaves the card in stock
   */
  private record Line(int row, List<CardForms> forms, String phone) {
    List<String> codes() {
      return forms.stream().map(CardForms::code).toList();
    }
  }

  BatchImport(Ids ids, Members members, PlasticStore store, long merchantId, Instant now) {
    this.ids = ids;
    this.members = members;
    this.store = store;
    this.merchantId = merchantId;
    this.now = now;
  }

  List<RefusedRow> refused() {
    return refused;
  }

  int attached() {
    return attached;
  }

  List<PlasticStore.Plastic> stock() {
    return stock;
  }

  /** Takes the rows in; the lock of cards must be held. Rows with nothing in them say nothing. */
  void run(Connection c, List<Row> rows) throws SQLException {
    for (int i = 0; i < rows.size(); i++) {
      read(i + 1, rows.get(i));
    }
    Lookalikes around =
        store.lookalikes(
            c, merchantId, lines.stream().flatMap(line -> line.forms.stream()).toList());
    for (Line line : lines) {
      ProblemCode why = take(c, line, around);
      if (why != null) {
        refused.add(new RefusedRow(line.row, why.name()));
      }
    }
    refused.sort(Comparator.comparingInt(RefusedRow::row));
  }

  private void read(int row, Row given) {
    String number = Cells.text(given.number());
    String uid = Cells.text(given.uid());
    String phone = Cells.text(given.phone());
    if (row == 1 && Cells.areTitles(List.of(number, uid, phone))) {
      return; // also a row of nothing
    }
    if (number.isEmpty() && uid.isEmpty()) {
      if (!phone.isEmpty()) {
        refused.add(new RefusedRow(row, "INVALID"));
      }
      return;
    }
    Optional<String> code = number.isEmpty() ? Optional.empty() : Cells.number(number);
    Optional<String> chip = uid.isEmpty() ? Optional.empty() : Uid.canonical(uid);
    if (code.isEmpty() != number.isEmpty() || chip.isEmpty() != uid.isEmpty()) {
      refused.add(new RefusedRow(row, "INVALID"));
      return;
    }
    List<CardForms> forms = new ArrayList<>();
    code.map(CardForms::of).ifPresent(forms::add);
    chip.map(CardForms::of).ifPresent(forms::add);
    lines.add(new Line(row, forms, phone));
  }

  /** Why this one is refused; null: it is taken. */
  private @Nullable ProblemCode take(Connection c, Line line, Lookalikes around)
      throws SQLException {
    Optional<MemberRef> holder = line.phone.isEmpty() ? Optional.empty() : member(c, line.phone);
    if (!line.phone.isEmpty() && holder.isEmpty()) {
      return ProblemCode.MEMBER_NOT_FOUND;
    }
    List<Owner> allowed = holder.map(m -> List.of(Owner.member(m.id()))).orElse(List.of());
    for (CardForms forms : line.forms) {
      if (!around.holders(forms).isEmpty()) {
        return ProblemCode.CARD_TAKEN;
      }
      ProblemCode conflict = around.conflict(forms, allowed, false);
      if (conflict != null) {
        return conflict;
      }
    }
    Owner owner;
    if (holder.isEmpty()) {
      long plastic = ids.next();
      stock.add(new PlasticStore.Plastic(plastic, line.codes()));
      owner = Owner.plastic(plastic);
    } else {
      try {
        store.give(c, merchantId, holder.get().id(), line.codes(), now);
      } catch (Problem e) {
        return e.code();
      }
      attached++;
      owner = Owner.member(holder.get().id());
    }
    line.forms.forEach(forms -> around.give(forms, owner));
    return null;
  }

  private Optional<MemberRef> member(Connection c, String typed) throws SQLException {
    Optional<Phone> phone = Phone.parse(typed);
    return phone.isEmpty() ? Optional.empty() : members.byPhone(c, merchantId, phone.get().e164());
  }
}
