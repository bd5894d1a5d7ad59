package io.kartela.service.platform.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Tables as spreadsheets and shops write them, and files that are none. */
class SheetsTest {
  private static List<List<String>> rows(byte[] file) {
    List<List<String>> rows = new ArrayList<>();
    assertTrue(Sheets.read(file, (number, cells) -> rows.add(cells)));
    return rows;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void separatorsAndCharsetsAreGuessed() {
    List<List<String>> table = List.of(List.of("Имя", "Телефон"), List.of("Анна", "+7 916"));
    assertEquals(table, rows(utf8("\ufeffИмя;Телефон\r\nАнна;+7 916\r\n")));
    assertEquals(table, rows(utf8("Имя,Телефон\nАнна,+7 916")));
    assertEquals(table, rows(utf8("Имя\tТелефон\nАнна\t+7 916\n")));
    assertEquals(
        table, rows("Имя;Телефон\nАнна;+7 916\n".getBytes(Charset.forName("windows-1251"))));
  }

  @Test
  void quotedCellsHoldSeparatorsQuotesAndLines() {
    assertEquals(
        List.of(List.of("a;b", "c\"d", "e\nf"), List.of("1", "2", "3")),
        rows(utf8("\"a;b\";\"c\"\"d\";\"e\nf\"\n\n1;2;3")));
  }

  @Test
  void rowsAreCountedAsPeopleCount() {
    List<Integer> numbers = new ArrayList<>();
    assertTrue(Sheets.read(utf8("a;b\n\n\"x\ny\";2\n3;4"), (number, cells) -> numbers.add(number)));
    assertEquals(List.of(1, 3, 5), numbers);
  }

  @Test
  void whatIsWrittenAsExcelIsReadAgain() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter book = new XlsxWriter(out, List.of("Код", "Цена", "День"))) {
      book.row(List.of("0012345678905", new BigDecimal("12.50"), LocalDate.of(1990, 2, 28)));
      book.row(List.of("=1+1", 4600000000017L, ""));
    }
    assertEquals(
        List.of(
            List.of("Код", "Цена", "День"),
            List.of("0012345678905", "12.5", "1990-02-28"),
            List.of("=1+1", "4600000000017", "")),
        rows(out.toByteArray()));
  }

  @Test
  void aCatalogueForMarketsIsATable() {
    String yml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE yml_catalog SYSTEM "shops.dtd">
        <yml_catalog date="2026-11-01"><shop><categories>
          <category id="1">Напитки</category><category id="2" parentId="1">Кофе</category>
        </categories><offers>
          <offer id="77"><name>Латте</name><price>250</price><categoryId>2</categoryId>
            <barcode>4600000000017</barcode><barcode>4600000000024</barcode><vendorCode>LAT</vendorCode></offer>
        </offers></shop></yml_catalog>
        """;
    assertEquals(
        List.of("LAT", "4600000000017, 4600000000024", "Латте", "Напитки / Кофе", "250", ""),
        rows(utf8(yml)).getLast());
  }

  @Test
  void nothingOutsideOfTheFileIsLookedAt() {
    String yml =
        """
        <?xml version="1.0"?>
        <!DOCTYPE yml_catalog [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
        <yml_catalog><shop><offers><offer id="1"><name>&secret;</name></offer></offers></shop></yml_catalog>
        """;
    List<List<String>> rows = new ArrayList<>();
    boolean _ = Sheets.read(utf8(yml), (number, cells) -> rows.add(cells));
    assertFalse(rows.toString().contains("root:"), rows.toString());
  }

  @Test
  void whatIsNoTableIsNotRead() throws IOException {
    assertFalse(Sheets.read(new byte[] {'P', 'K', 3, 4, 0, 0}, (number, cells) -> true));
    assertFalse(Sheets.read(new byte[] {0, 1, 2, 3, 0}, (number, cells) -> true));
    assertFalse(Sheets.read(zipped("some/other.txt", 10), (number, cells) -> true));
  }

  /** A few kilobytes that would fill the memory. */
  @Test
  void aFileThatUnpacksWithoutEndIsNotRead() throws IOException {
    byte[] bomb = zipped("xl/sharedStrings.xml", 70_000_000);
    assertTrue(bomb.length < 200_000);
    assertFalse(Sheets.read(bomb, (number, cells) -> true));
  }

  /** As small libraries write it: without styles. */
  @Test
  void aPlainWorkbookIsRead() throws IOException {
    String office = "http://schemas.openxmlformats.org/";
    String relation = office + "officeDocument/2006/relationships";
    String relations = "<Relationships xmlns='" + office + "package/2006/relationships'>";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    String main = " xmlns='" + office + "spreadsheetml/2006/main'";
    String[] parts = {
      "[Content_Types].xml",
      "<Types xmlns='"
          + office
          + "package/2006/content-types'>"
          + "<Override PartName='/xl/workbook.xml' ContentType='"
          + types
          + "sheet.main+xml'/>"
          + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='"
          + types
          + "worksheet+xml'/></Types>",
      "_rels/.rels",
      relations
          + "<Relationship Id='r1' Type='"
          + relation
          + "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
      "xl/workbook.xml",
      "<workbook"
          + main
          + " xmlns:r='"
          + relation
          + "'><sheets><sheet name='1' sheetId='1' r:id='r1'/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels",
      relations
          + "<Relationship Id='r1' Type='"
          + relation
          + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
      "xl/worksheets/sheet1.xml",
      "<worksheet"
          + main
          + "><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Код</t></is></c>"
          + "<c r='B1'><v>12.5</v></c></row></sheetData></worksheet>"
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(utf8(parts[i + 1]));
      }
    }
    assertEquals(List.of(List.of("Код", "12.5")), rows(out.toByteArray()));
  }

  private static byte[] zipped(String name, int size) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] zeros = new byte[1_000_000];
      for (int left = size; left > 0; left -= zeros.length) {
        zip.write(zeros, 0, Math.min(left, zeros.length));
      }
    }
    return out.toByteArray();
  }
}
