package io.kartela.service.promo.code;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.sheet.Sheets;
import io.kartela.service.program.Programs;
import io.kartela.service.promo.code.PromoSet.Terms;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people of a shop do with its promo codes; audited. Thread-safe. */
final class SetDesk {
  /** Most sets of one merchant. */
  static final int MOST = 500;

  /** Most codes that a list brings at once, and how many of its mistakes are told. */
  static final int MOST_ROWS = 300_000;

  private static final int MOST_WRONG = 100;

  private final House house;
  private final Programs programs;
  private final CodeSecrets secrets;
  private final Audit audit;
  private final Runnable make;

  SetDesk(House house, Programs programs, CodeSecrets secrets, Audit audit, Runnable make) {
    this.house = house;
    this.programs = programs;
    this.secrets = secrets;
    this.audit = audit;
    this.make = make;
  }

  /** Those whose name or prefix has these words; "" = all. */
  List<SetView> all(long merchantId, String search) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Map<Long, SetView.Figures> figures = SetFigures.of(c, merchantId, null);
              return SetStore.all(c, merchantId).stream()
                  .filter(
                      set ->
                          (set.name().ru() + "\n" + set.name().en() + "\n" + set.shape().prefix())
                              .toLowerCase(Locale.ROOT)
                              .contains(wanted))
                  .map(set -> view(merchantId, set, figures))
                  .toList();
            });
  }

  SetView get(long merchantId, long id) {
    return house.database().inTenant(merchantId, c -> view(c, merchantId, id));
  }

  private SetView view(Connection c, long merchantId, long id) throws SQLException {
    return view(merchantId, find(c, merchantId, id, ""), SetFigures.of(c, merchantId, id));
  }

  private SetView view(long merchantId, PromoSet set, Map<Long, SetView.Figures> figures) {
    return SetView.of(
        set,
        programs.current(merchantId).program(),
        figures.getOrDefault(set.id(), SetView.Figures.NONE),
        house.clock().instant());
  }

  static PromoSet find(Connection c, long merchantId, long id, String lock) throws SQLException {
    return SetStore.one(c, merchantId, id, lock)
        .orElseThrow(() -> new Problem(ProblemCode.PROMO_SET_NOT_FOUND));
  }

  SetView create(StaffPrincipal staff, LocalText name, Terms terms, SetRequest.Issue issue) {
    long merchantId = staff.merchantId();
    long id = house.ids().next();
    SetView made =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  NamedLock.alone(c, "promo-sets:" + merchantId);
                  if (SetStore.all(c, merchantId).size() >= MOST) {
                    throw new Problem(ProblemCode.TOO_MANY_PROMO_SETS, MOST);
                  }
                  SetStore.requireOwn(c, merchantId, terms);
                  Instant now = house.clock().instant();
                  CodeKey key = secrets.make(c, merchantId);
                  SetStore.add(c, merchantId, id, name, issue.shape(), terms, staff.name(), now);
                  SetStore.want(c, merchantId, id, issue.count());
                  listed(c, key, merchantId, id, issue.codes());
                  record(c, staff, "PROMO_SET_CREATED", id, name);
                  return view(c, merchantId, id);
                });
    make.run();
    return made;
  }

  private static void listed(
      Connection c, CodeKey key, long merchantId, long id, List<String> codes) throws SQLException {
    Adding adding = new Adding(c, key, merchantId, id);
    for (String code : codes) {
      LocalText wrong = adding.add(code);
      if (wrong != null) {
        throw Problem.fields(
            List.of(
                new Problem.FieldError(
                    "codes",
                    "TAKEN",
                    "«" + code + "»: " + wrong.ru(),
                    "\"" + code + "\": " + wrong.en())));
      }
    }
    adding.end();
  }

  SetView change(StaffPrincipal staff, long id, int revision, LocalText name, Terms terms) {
    long merchantId = staff.merchantId();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              PromoSet was = held(c, merchantId, id, revision);
              SetStore.requireOwn(c, merchantId, terms);
              SetStore.change(
                  c, merchantId, id, name, terms, staff.name(), house.clock().instant());
              Changes changes = new Changes();
              changes.of("nameRu", was.name().ru(), name.ru());
              changes.of("since", day(was.terms().firstDay()), day(terms.firstDay()));
              changes.of("until", day(was.terms().lastDay()), day(terms.lastDay()));
              audit.record(
                  c, staff, "PROMO_SET_CHANGED", "promo-set:" + id, changes.detail(name.ru()));
              return view(c, merchantId, id);
            });
  }

  private static String day(@Nullable Object day) {
    return day == null ? "—" : day.toString();
  }

  private static PromoSet held(Connection c, long merchantId, long id, int revision)
      throws SQLException {
    PromoSet was = find(c, merchantId, id, " FOR UPDATE");
    if (was.changed().revision() != revision) {
      throw new Problem(
          ProblemCode.PROMO_SET_CHANGED, was.changed().revision(), was.changed().by());
    }
    return was;
  }

  SetView stop(StaffPrincipal staff, long id, boolean stopped) {
    long merchantId = staff.merchantId();
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              PromoSet was = find(c, merchantId, id, " FOR UPDATE");
              if ((was.stoppedAt() != null) != stopped) {
                Instant now = house.clock().instant();
                SetStore.stop(c, merchantId, id, stopped ? now : null, staff.name(), now);
                record(
                    c, staff, stopped ? "PROMO_SET_STOPPED" : "PROMO_SET_RESUMED", id, was.name());
              }
              return view(c, merchantId, id);
            });
  }

  void delete(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    List<SetView.RuleName> rules =
        SetView.rules(
            house.database().inTenant(merchantId, c -> find(c, merchantId, id, "")),
            programs.current(merchantId).program());
    if (!rules.isEmpty()) {
      throw new Problem(ProblemCode.PROMO_SET_IN_RULES, rules.getFirst().name().ru());
    }
    PromoSet _ =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  PromoSet gone = find(c, merchantId, id, " FOR UPDATE");
                  if (SetStore.isUsed(c, merchantId, id)) {
                    throw new Problem(ProblemCode.PROMO_SET_USED);
                  }
                  SetStore.delete(c, merchantId, id);
                  record(c, staff, "PROMO_SET_DELETED", id, gone.name());
                  return gone;
                });
  }

  /** So many more codes of a set that makes its own. */
  SetView more(StaffPrincipal staff, long id, int revision, @Nullable Long count) {
    long merchantId = staff.merchantId();
    SetView view =
        house
            .database()
            .inTenant(
                merchantId,
                c -> {
                  PromoSet was = held(c, merchantId, id, revision);
                  long more = SetMore.count(was, count);
                  SetStore.want(c, merchantId, id, more);
                  SetStore.stop(
                      c, merchantId, id, was.stoppedAt(), staff.name(), house.clock().instant());
                  added(c, staff, id, was.name(), more);
                  return view(c, merchantId, id);
                });
    make.run();
    return view;
  }

  /** A row of a list that is not taken. */
  record WrongRow(int row, LocalText text) {}

  /** What became of a list. */
  record Brought(int added, int wrongRows, List<WrongRow> wrong) {}

  /** Codes from a file: the first cell of every row; the others say nothing here. */
  Brought bring(StaffPrincipal staff, long id, byte[] file) {
    long merchantId = staff.merchantId();
    Map<Integer, String> rows = new LinkedHashMap<>();
    boolean read =
        Sheets.read(
            file,
            (number, cells) -> {
              rows.put(number, cells.getFirst());
              return rows.size() <= MOST_ROWS;
            });
    if (!read) {
      throw new Problem(ProblemCode.IMPORT_UNREADABLE);
    }
    if (rows.size() > MOST_ROWS) {
      throw new Problem(ProblemCode.IMPORT_TOO_LONG, MOST_ROWS);
    }
    return house
        .database()
        .inTenant(
            merchantId,
            c -> {
              PromoSet set = find(c, merchantId, id, " FOR UPDATE");
              if (!set.shape().listed()) {
                throw new Problem(ProblemCode.PROMO_SET_NOT_FOUND);
              }
              Adding adding = new Adding(c, secrets.make(c, merchantId), merchantId, id);
              Brought brought = bring(adding, rows);
              adding.end();
              added(c, staff, id, set.name(), brought.added);
              return brought;
            });
  }

  private static Brought bring(Adding adding, Map<Integer, String> rows) throws SQLException {
    List<WrongRow> wrong = new ArrayList<>();
    int bad = 0;
    Map<String, Integer> seen = new HashMap<>();
    for (Map.Entry<Integer, String> row : rows.entrySet()) {
      String folded = CodeText.fold(row.getValue());
      Integer first = folded.isEmpty() ? null : seen.putIfAbsent(folded, row.getKey());
      LocalText why =
          first == null
              ? adding.add(row.getValue())
              : new LocalText("тот же код в строке " + first, "the same code is in row " + first);
      if (why != null) {
        bad++;
        if (wrong.size() < MOST_WRONG) {
          wrong.add(new WrongRow(row.getKey(), why));
        }
      }
    }
    return new Brought(rows.size() - bad, bad, wrong);
  }

  /** Codes on their way into a set. */
  private static final class Adding {
    private final Connection c;
    private final CodeKey key;
    private final long merchantId;
    private final long setId;
    private int count;
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    Adding(Connection c, CodeKey key, long merchantId, long setId) {
      this.c = c;
      this.key = key;
      this.merchantId = merchantId;
      this.setId = setId;
    }

    /** Null: it is in. */
    @Nullable LocalText add(String text) throws SQLException {
      String folded = CodeText.fold(text);
      if (folded.isEmpty()) {
        return new LocalText(
            "нужны буквы и цифры, от 3 до 40", "3 to 40 letters and digits are needed");
      }
      if (!CodeStock.addListed(c, setId, merchantId, key.hash(folded), key.seal(text.strip()))) {
        return new LocalText("такой промокод уже есть", "there is such a promo code already");
      }
      count++;
      shortest = Math.min(shortest, folded.length());
      longest = Math.max(longest, folded.length());
      return null;
    }

    void end() throws SQLException {
      CodeStock.came(c, merchantId, setId, 0, count, count == 0 ? 0 : shortest, longest);
    }
  }

  private void added(Connection c, StaffPrincipal staff, long id, LocalText name, long count)
      throws SQLException {
    audit.record(
        c,
        staff,
        "PROMO_CODES_ADDED",
        "promo-set:" + id,
        Map.of("name", name.ru(), "added", count));
  }

  private void record(Connection c, StaffPrincipal staff, String action, long id, LocalText name)
      throws SQLException {
    audit.record(c, staff, action, "promo-set:" + id, Map.of("name", name.ru()));
  }
}
