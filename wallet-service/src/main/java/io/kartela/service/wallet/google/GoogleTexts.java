package io.kartela.service.wallet.google;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent;
import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.design.CardDesign.Field;
import io.kartela.service.wallet.design.CardDesign.Group;
import io.kartela.service.wallet.pass.PassReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of a design that have no place of their own on a Google card: texts and links. */
final class GoogleTexts {
  private static final int MOST = 10;
  private static final List<Group> GROUPS =
      List.of(
          Group.HEADER, Group.PRIMARY, Group.SECONDARY, Group.AUXILIARY, Group.FOOTER, Group.BACK);

  private GoogleTexts() {}

  /**
   * @param tierShown whether the tier has a place already
   */
  static List<Map<String, Object>> texts(PassReader.Card card, boolean tierShown) {
    List<Map<String, Object>> texts = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    CardContent content = card.content();
    boolean tierTold = tierShown;
    for (Field field : fields(card)) {
      boolean elsewhere = field.isShownByGoogle() || (tierShown && field.isTier());
      Text value =
          elsewhere || field.link(content) != null
              ? null
              : field.valueOnly(content, card.pass().news());
      Text label = field.label() == null ? null : field.label().fill(content, card.pass().news());
      if (value != null
          && (field.label() == null || label != null)
          && texts.size() < MOST
          && keys.add(field.key())) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("id", field.key());
        if (label != null) {
          GoogleStrings.localised(text, "header", label, content.locale());
        }
        GoogleStrings.localised(text, "body", value, content.locale());
        texts.add(text);
        tierTold |= field.tellsTier();
      }
    }
    if (!tierTold && keys.add("tier")) {
      Map<String, Object> text = new LinkedHashMap<>();
      text.put("id", "tier");
      GoogleStrings.localised(text, "header", GoogleContent.TIER, content.locale());
      GoogleStrings.localised(text, "body", content.tier().name(), content.locale());
      texts.addFirst(text);
      if (texts.size() > MOST) {
        texts.removeLast();
      }
    }
    return texts;
  }

  static List<Map<String, Object>> links(PassReader.Card card) {
    List<Map<String, Object>> links = new ArrayList<>();
    CardContent content = card.content();
    Lang base = content.locale();
    for (Field field : fields(card)) {
      URI address = field.link(content);
      Text label = field.label() == null ? null : field.label().fill(content, card.pass().news());
      if (address != null && links.size() < MOST) {
        Text text = label == null ? Text.same(address.toString()) : label;
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("id", field.key());
        link.put("uri", address.toString());
        GoogleStrings.localised(link, "description", text, base);
        links.add(link);
      }
    }
    return links;
  }

  private static List<Field> fields(PassReader.Card card) {
    return GROUPS.stream().flatMap(g -> card.face().fields(g).stream()).toList();
  }
}
