package io.kartela.service.intake;

import io.kartela.service.code.Phone;
import io.kartela.service.member.profile.Newcomers;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.shop.imports.ImportRow;
import io.kartela.service.shop.imports.WrongRow;
import io.kartela.service.till.plastic.PlasticIntake;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of members. What it does not say is empty.
 *
 * @param phone E.164; "": it is known by its card
 * @param balance minor units; null: not said
 * @param tier as the list calls it
 */
record MemberRow(
    String phone,
    Newcomers.Said said,
    List<String> cards,
    @Nullable Long balance,
    String tier,
    List<String> tags) {
  private static final long MOST_BALANCE = 100_000_000_000L;
  private static final int MOST_CARDS = 10;

  private static final Pattern BETWEEN = Pattern.compile("[,;|\\n]+");
  private static final Pattern ISO_DAY =
      Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2}).*");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4}).*");
  private static final Pattern WHOLE = Pattern.compile("(\\d{7,15})[.,]0*");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,20})?");

  static MemberRow read(ImportRow row, LocalDate today) throws WrongRow {
    String phone = phone(row.text("phone"));
    List<String> cards = new ArrayList<>();
    for (String cell : row.all("card")) {
      cards(cell, cards);
    }
    if (phone.isEmpty() && cards.isEmpty()) {
      throw new WrongRow("нет ни телефона, ни карты", "there is neither a phone nor a card");
    }
    Newcomers.Said said =
        new Newcomers.Said(
            name(row.text("name")), email(row.text("email")), day(row.text("birthday"), today));
    return new MemberRow(
        phone, said, cards, balance(row.text("balance")), row.text("tier"), tags(row.all("tags")));
  }

  private static String phone(String cell) throws WrongRow {
    if (cell.isEmpty()) {
      return "";
    }
    Matcher whole = WHOLE.matcher(cell);
    String text = (whole.matches() ? whole.group(1) : cell).replaceAll("^[='\"]+|['\"]+$", "");
    Optional<Phone> phone = Phone.parse(text);
    if (phone.isEmpty()) {
      phone = Phone.withCountry(text.replaceAll("\\D", ""));
    }
    return phone
        .orElseThrow(
            () ->
                new WrongRow(
                    "телефон не распознан: " + cell, "this is not a phone number: " + cell))
        .e164();
  }

  private static String name(String cell) throws WrongRow {
    String name = cell.replaceAll("\\s+", " ");
    if (name.length() > 100) {
      throw new WrongRow("имя длиннее 100 знаков", "the name is longer than 100 characters");
    }
    return name;
  }

  private static @Nullable String email(String cell) throws WrongRow {
    if (cell.isEmpty()) {
      return null;
    }
    Check check = new Check();
    String mail = check.email("email", cell);
    try {
      check.done();
    } catch (Problem e) {
      throw new WrongRow("это не адрес почты: " + cell, "this is not an e-mail address: " + cell);
    }
    return mail.toLowerCase(Locale.ROOT);
  }

  /** Russian days begin with the day; where that cannot be, with the month. */
  private static @Nullable LocalDate day(String cell, LocalDate today) throws WrongRow {
    if (cell.isEmpty()) {
      return null;
    }
    LocalDate day = null;
    Matcher iso = ISO_DAY.matcher(cell);
    Matcher usual = DAY.matcher(cell);
    if (iso.matches()) {
      day = day(iso.group(1), iso.group(2), iso.group(3));
    } else if (usual.matches()) {
      boolean american = Integer.parseInt(usual.group(2)) > 12;
      day =
          american
              ? day(usual.group(3), usual.group(1), usual.group(2))
              : day(usual.group(3), usual.group(2), usual.group(1));
    }
    if (day == null || day.getYear() < 1900 || day.isAfter(today)) {
      throw new WrongRow(
          "дата рождения не читается: " + cell, "the date of birth is unreadable: " + cell);
    }
    return day;
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void cards(String cell, List<String> cards) throws WrongRow {
    for (String part : BETWEEN.split(cell, -1)) {
      if (!part.isBlank()) {
        String number =
            PlasticIntake.number(part)
                .orElseThrow(
                    () ->
                        new WrongRow(
                            "номер карты не читается: " + part.strip(),
                            "the card's number is unreadable: " + part.strip()));
        if (!cards.contains(number)) {
          cards.add(number);
        }
      }
    }
    if (cards.size() > MOST_CARDS) {
      throw new WrongRow("карт больше " + MOST_CARDS, "there are over " + MOST_CARDS + " cards");
    }
  }

  /** "1 234,50", "1,234.50", "1234.5"; what computers add behind the kopecks is rounded away. */
  private static @Nullable Long balance(String cell) throws WrongRow {
    if (cell.isEmpty()) {
      return null;
    }
    String plain =
        cell.replaceAll("(?iu)\\s*(руб(лей|ля|ль)?|rub|р|₽|бонус(ов|а)?|балл(ов|а)?|б)\\.?$", "")
            .replaceAll("[\\s'\u202f]", "");
    int comma = plain.lastIndexOf(',');
    int dot = plain.lastIndexOf('.');
    if (comma >= 0 && dot >= 0) {
      plain = plain.replace(comma > dot ? "." : ",", "");
    }
    plain = plain.replace(',', '.');
    if (plain.matches("[-−–].+") && AMOUNT.matcher(plain.substring(1)).matches()) {
      throw new WrongRow("отрицательный баланс: " + cell, "the balance is negative: " + cell);
    }
    if (!AMOUNT.matcher(plain).matches()) {
      throw new WrongRow("баланс не читается: " + cell, "the balance is unreadable: " + cell);
    }
    BigDecimal exact = new BigDecimal(plain);
    BigDecimal rounded = exact.setScale(2, RoundingMode.HALF_UP);
    if (exact.subtract(rounded).abs().compareTo(new BigDecimal("0.00001")) > 0) {
      throw new WrongRow(
          "в балансе больше двух знаков после запятой: " + cell,
          "the balance has more than two decimals: " + cell);
    }
    long minor = rounded.movePointRight(2).longValueExact();
    if (minor > MOST_BALANCE) {
      throw new WrongRow(
          "баланс больше миллиарда: " + cell, "the balance is over a billion: " + cell);
    }
    return minor;
  }

  private static List<String> tags(List<String> cells) throws WrongRow {
    List<String> tags = new ArrayList<>();
    for (String cell : cells) {
      for (String part : BETWEEN.split(cell, -1)) {
        String tag = part.strip().replaceAll("\\s+", " ");
        if (tag.length() > MemberTags.LONGEST) {
          throw new WrongRow("метка слишком длинная: " + tag, "the tag is too long: " + tag);
        }
        if (!tag.isEmpty() && tags.stream().noneMatch(tag::equalsIgnoreCase)) {
          tags.add(tag);
        }
      }
    }
    if (tags.size() > MemberTags.MOST) {
      throw new WrongRow(
          "меток больше " + MemberTags.MOST, "there are over " + MemberTags.MOST + " tags");
    }
    return tags;
  }
}
