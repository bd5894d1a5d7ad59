package io.kartela.service.shop.goods;

import io.kartela.service.shop.imports.ImportField;
import io.kartela.service.shop.imports.ImportRow;
import io.kartela.service.shop.imports.WrongRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of goods. What it does not say is empty.
 *
 * @param shelf the category as one cell says it, which may be a name with a slash in it
 * @param path the category and what it lies under, from the top
 */
record GoodsRow(
    String name,
    List<String> codes,
    String shelf,
    List<String> path,
    @Nullable Set<String> flags,
    @Nullable Long price,
    @Nullable Long cost) {
  /** What columns can be, with the words by which tills' and shops' programs call them. */
  static final List<ImportField> FIELDS =
      List.of(
          ImportField.one(
              "name",
              "Название",
              "Name",
              "название",
              "наименование",
              "товар",
              "номенклатура",
              "name",
              "title",
              "product",
              "item"),
          ImportField.many(
              "code",
              "Код, артикул, штрихкод",
              "Code or barcode",
              "код",
              "код товара",
              "артикул",
              "штрихкод",
              "штрих код",
              "баркод",
              "ean",
              "gtin",
              "sku",
              "code",
              "product code",
              "item code",
              "barcode",
              "vendor code"),
          ImportField.many(
              "category",
              "Категория",
              "Category",
              "категория",
              "категория товара",
              "группа",
              "группа товаров",
              "товарная группа",
              "раздел",
              "подкатегория",
              "подгруппа",
              "category",
              "product category",
              "group",
              "section"),
          ImportField.one(
              "price",
              "Цена",
              "Price",
              "цена",
              "розничная цена",
              "цена продажи",
              "стоимость",
              "price",
              "retail price"),
          ImportField.one(
              "cost",
              "Себестоимость",
              "Cost",
              "себестоимость",
              "закупочная цена",
              "цена закупки",
              "закупка",
              "закупочная",
              "cost",
              "cost price",
              "purchase price"),
          ImportField.many("flags", "Пометки", "Marks", "пометки", "метки", "marks", "flags"));

  /** Digits of a code were lost for good. */
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eEеЕ]\\+?[0-9]+");

  private static final Pattern BETWEEN_CODES = Pattern.compile("[,;|\\n]+");
  private static final Pattern BETWEEN_FLAGS = Pattern.compile("[,;|\\n]+");
  private static final Pattern BETWEEN_CATEGORIES = Pattern.compile("\\s*[/>›»|\\\\]\\s*");
  private static final Pattern MONEY = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  static GoodsRow read(ImportRow row) throws WrongRow {
    String name = name(row.text("name"));
    List<String> codes = new ArrayList<>();
    for (String cell : row.all("code")) {
      codes(cell, codes);
    }
    if (name.isEmpty() && codes.isEmpty()) {
      throw new WrongRow("нет ни названия, ни кода", "there is neither a name nor a code");
    }
    List<String> marks = row.all("flags");
    List<String> categories = row.all("category");
    return new GoodsRow(
        name,
        codes,
        categories.size() == 1 ? categories.getFirst() : "",
        path(categories),
        marks.isEmpty() ? null : flags(marks),
        money(row.text("price")),
        money(row.text("cost")));
  }

  /** Whether it is read back as the one code that it is. */
  static boolean isCode(String code) {
    return !BETWEEN_CODES.matcher(code).find() && !SCIENTIFIC.matcher(code).matches();
  }

  static boolean isFlag(String flag) {
    return !BETWEEN_FLAGS.matcher(flag).find();
  }

  private static String name(String cell) throws WrongRow {
    String name = cell.replaceAll("\\s+", " ");
    if (name.length() > 300) {
      throw new WrongRow("название длиннее 300 знаков", "the name is longer than 300 characters");
    }
    return name;
  }

  private static void codes(String cell, List<String> codes) throws WrongRow {
    for (String part : BETWEEN_CODES.split(cell, -1)) {
      String code = part.strip();
      if (SCIENTIFIC.matcher(code).matches()) {
        throw new WrongRow(
            "таблица потеряла цифры кода " + code + ": сделайте столбец текстовым",
            "the spreadsheet lost digits of the code " + code + ": make the column text");
      }
      if (code.length() > 100) {
        throw new WrongRow("код длиннее 100 знаков", "the code is longer than 100 characters");
      }
      if (!code.isEmpty()
          && codes.stream().map(GoodsStore::codeKey).noneMatch(GoodsStore.codeKey(code)::equals)) {
        codes.add(code);
      }
    }
    if (codes.size() > GoodRequest.MOST_CODES) {
      throw new WrongRow("кодов больше 50", "there are over 50 codes");
    }
  }

  /** "Drinks / Coffee", or each level in a column of its own. */
  private static List<String> path(List<String> cells) throws WrongRow {
    List<String> path =
        cells.stream()
            .flatMap(BETWEEN_CATEGORIES::splitAsStream)
            .map(part -> part.strip().replaceAll("\\s+", " "))
            .filter(part -> !part.isEmpty())
            .toList();
    if (path.size() > CategoryTree.DEEPEST) {
      throw new WrongRow(
          "категория глубже " + CategoryTree.DEEPEST + " уровней",
          "the category is deeper than " + CategoryTree.DEEPEST + " levels");
    }
    if (path.stream().anyMatch(part -> part.length() > 100)) {
      throw new WrongRow(
          "название категории длиннее 100 знаков",
          "a category's name is longer than 100 characters");
    }
    return path;
  }

  private static Set<String> flags(List<String> cells) throws WrongRow {
    Set<String> flags = new TreeSet<>();
    for (String cell : cells) {
      BETWEEN_FLAGS
          .splitAsStream(cell)
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .forEach(flags::add);
    }
    if (flags.size() > 20 || flags.stream().anyMatch(flag -> flag.length() > 100)) {
      throw new WrongRow(
          "пометок больше 20, или одна длиннее 100 знаков",
          "there are over 20 marks, or one is longer than 100 characters");
    }
    return flags;
  }

  private static @Nullable Long money(String cell) throws WrongRow {
    if (cell.isEmpty()) {
      return null;
    }
    String plain =
        cell.replaceAll("(?iu)(руб(лей|ля|ль)?|rub|р|₽)\\.?$", "")
            .replaceAll("[\\s'\u202f]", "")
            .replaceAll(",(?=[0-9]{3}([.,]|$))(?=.*\\.)", "")
            .replace(',', '.');
    if (!MONEY.matcher(plain).matches() || plain.length() > 20) {
      throw new WrongRow("«" + cell + "» — не цена", "\"" + cell + "\" is no price");
    }
    long minor =
        new BigDecimal(plain).setScale(2, RoundingMode.HALF_UP).movePointRight(2).longValue();
    if (minor > GoodRequest.MOST_MONEY) {
      throw new WrongRow("цена слишком велика: " + cell, "the price is too large: " + cell);
    }
    return minor;
  }

  /** What there is then: what the row does not say stays as it was. */
  Good merged(Good was, Set<String> categories) {
    return new Good(
        name.isEmpty() ? was.name() : name,
        was.codesWith(codes),
        categories,
        flags == null ? was.flags() : flags,
        price == null ? was.price() : price,
        cost == null ? was.cost() : cost,
        was.archived());
  }
}
