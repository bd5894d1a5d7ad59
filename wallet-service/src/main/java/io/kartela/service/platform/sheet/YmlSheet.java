package io.kartela.service.platform.sheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The offers of a YML catalogue as a table: the first row names the columns. No entity outside of
 * the file is looked at.
 */
final class YmlSheet {
  private static final List<String> COLUMNS =
      List.of("Артикул", "Штрихкод", "Название", "Категория", "Цена", "Закупочная цена");

  private static final int DEEPEST = 10;

  private final XMLStreamReader xml;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();

  private YmlSheet(XMLStreamReader xml) {
    this.xml = xml;
  }

  static boolean looksLike(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, 2_000), StandardCharsets.UTF_8);
    return head.stripLeading().replace("\ufeff", "").startsWith("<")
        && head.contains("yml_catalog");
  }

  static boolean read(byte[] file, Sheets.Rows rows) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      new YmlSheet(xml).walk(rows);
      return true;
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private void walk(Sheets.Rows rows) throws XMLStreamException {
    boolean on = rows.row(1, COLUMNS);
    int number = 1;
    while (on && xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("category")) {
          category();
        } else if (xml.getLocalName().equals("offer")) {
          number++;
          on = Sheets.hand(rows, number, offer());
        }
      }
    }
  }

  private void category() throws XMLStreamException {
    String id = attribute("id");
    String parent = attribute("parentId");
    names.put(id, Sheets.tidy(xml.getElementText()));
    if (!parent.isEmpty()) {
      parents.put(id, parent);
    }
  }

  private String attribute(String name) {
    @Nullable String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  private List<String> offer() throws XMLStreamException {
    String id = attribute("id");
    Map<String, String> said = new LinkedHashMap<>();
    List<String> barcodes = new ArrayList<>();
    while (xml.hasNext() && xml.next() != XMLStreamConstants.END_DOCUMENT) {
      if (xml.isEndElement() && xml.getLocalName().equals("offer")) {
        break;
      }
      if (xml.isStartElement()) {
        take(said, barcodes);
      }
    }
    String name =
        said.getOrDefault(
            "name",
            String.join(
                    " ",
                    said.getOrDefault("typePrefix", ""),
                    said.getOrDefault("vendor", ""),
                    said.getOrDefault("model", ""))
                .strip());
    return List.of(
        said.getOrDefault("vendorCode", barcodes.isEmpty() ? id : ""),
        String.join(", ", barcodes),
        name,
        path(said.getOrDefault("categoryId", "")),
        said.getOrDefault("price", ""),
        said.getOrDefault("purchase_price", ""));
  }

  private void take(Map<String, String> said, List<String> barcodes) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "barcode" -> barcodes.add(Sheets.tidy(xml.getElementText()));
      case "name",
          "typePrefix",
          "vendor",
          "model",
          "vendorCode",
          "categoryId",
          "price",
          "purchase_price" ->
          said.put(xml.getLocalName(), Sheets.tidy(xml.getElementText()));
      default -> {
        // pictures, parameters, delivery
      }
    }
  }

  /** "Drinks / Coffee" */
  private String path(String id) {
    List<String> way = new ArrayList<>();
    for (String at = id; names.containsKey(at) && way.size() < DEEPEST; ) {
      way.addFirst(names.getOrDefault(at, ""));
      at = parents.getOrDefault(at, "");
    }
    return String.join(" / ", way);
  }
}
