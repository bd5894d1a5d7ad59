package io.kartela.service.wallet.design;

import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.content.Colors;
import io.kartela.service.wallet.content.Fact;
import io.kartela.service.wallet.content.Template;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.CardDesign.Field;
import io.kartela.service.wallet.design.CardDesign.Group;
import io.kartela.service.wallet.design.CardDesign.Role;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads colours, images and fields: of the whole card, or what a tier has differently. */
final class FaceReader {
  private static final double READABLE = 3;

  private final Findings findings;
  private final Map<String, DesignReader.Size> images;

  FaceReader(Findings findings, Map<String, DesignReader.Size> images) {
    this.findings = findings;
    this.images = images;
  }

  Face read(JsonNode node, String path) {
    String dot = path.isEmpty() ? "" : path + ".";
    JsonNode colors = node.path("colors");
    Color background = null;
    Color text = null;
    Color label = null;
    if (!colors.isMissingNode()
        && findings.object(colors, dot + "colors", "background", "text", "label")) {
      background = color(colors.path("background"), dot + "colors.background", "tier");
      text = color(colors.path("text"), dot + "colors.text", "auto");
      label = color(colors.path("label"), dot + "colors.label", "auto");
      contrast(background, text, dot + "colors.text");
      contrast(background, label, dot + "colors.label");
    }
    Map<Role, String> pictures = new EnumMap<>(Role.class);
    Set<Role> none = EnumSet.noneOf(Role.class);
    images(node.path("images"), dot + "images", pictures, none);
    Map<Group, List<Field>> fields = new EnumMap<>(Group.class);
    fields(node.path("fields"), dot + "fields", fields);
    return new Face(background, text, label, pictures, none, fields);
  }

  private @Nullable Color color(JsonNode node, String path, String automatic) {
    if (node.isMissingNode() || (node.isString() && node.asString().equals(automatic))) {
      return null;
    }
    if (node.isString() && node.asString().matches("#[0-9a-fA-F]{6}")) {
      return Colors.of(node.asString());
    }
    findings.add(
        path,
        "BAD_COLOR",
        "цвет пишется #rrggbb, или " + automatic,
        "a colour is written #rrggbb, or " + automatic);
    return null;
  }

  private void contrast(@Nullable Color background, @Nullable Color text, String path) {
    if (background != null && text != null && Colors.contrast(background, text) < READABLE) {
      findings.add(
          path,
          "LOW_CONTRAST",
          "не читается на этом фоне (контраст меньше 3:1)",
          "cannot be read on this background (contrast below 3:1)");
    }
  }

  private void images(JsonNode node, String path, Map<Role, String> pictures, Set<Role> none) {
    if (node.isMissingNode()
        || !findings.object(
            node, path, "icon", "logo", "strip", "hero", "primaryLogo", "background")) {
      return;
    }
    for (Role role : Role.values()) {
      String name = name(role);
      JsonNode value = node.path(name);
      String at = path + "." + name;
      String word = value.isString() ? value.asString() : "";
      if (value.isMissingNode() || word.equals("drawn")) {
        continue;
      }
      if (value.isNull() || word.equals("none")) {
        none.add(role);
      } else {
        picture(role, word, at, pictures);
      }
    }
    if (none.contains(Role.ICON)) {
      findings.add(
          path + ".icon",
          "MISSING_ICON",
          "без значка iPhone не откроет карту",
          "without an icon no iPhone opens the card");
    }
  }

  private void picture(Role role, String id, String path, Map<Role, String> pictures) {
    DesignReader.Size size = images.get(id);
    if (size == null) {
      findings.add(
          path,
          "UNKNOWN_IMAGE",
          "такой картинки нет: сначала загрузите её",
          "there is no such image: upload it first");
      return;
    }
    // Big enough for the sharpest screens, and of about the right shape.
    boolean sharp = size.width() >= role.width * 2 || size.height() >= role.height * 2;
    double shape = size.width() * role.height / (double) (size.height() * role.width);
    boolean fits =
        switch (role) {
          case ICON -> size.width() == size.height();
          case STRIP, HERO, BACKGROUND -> shape > 0.9 && shape < 1.12;
          case LOGO, PRIMARY_LOGO -> shape < 1.02;
        };
    if (!sharp || !fits) {
      String wanted = role.width * 3 + "×" + role.height * 3;
      findings.add(
          path,
          "IMAGE_SIZE",
          "нужна картинка " + wanted + ", а эта " + size.width() + "×" + size.height(),
          "an image of " + wanted + " is wanted, this is " + size.width() + "×" + size.height());
      return;
    }
    pictures.put(role, id);
  }

  static String name(Role role) {
    return role == Role.PRIMARY_LOGO ? "primaryLogo" : role.name().toLowerCase(Locale.ROOT);
  }

  private void fields(JsonNode node, String path, Map<Group, List<Field>> fields) {
    if (node.isMissingNode()
        || !findings.object(
            node, path, "header", "primary", "secondary", "auxiliary", "footer", "back")) {
      return;
    }
    Map<String, List<Shown>> keys = new HashMap<>();
    for (Group group : Group.values()) {
      String name = group.name().toLowerCase(Locale.ROOT);
      if (!node.path(name).isMissingNode()) {
        fields.put(
            group,
            findings.list(
                node.path(name),
                path + "." + name,
                group == Group.BACK ? 30 : 8,
                (field, at) -> field(field, at, keys)));
      }
    }
  }

  /** When a field is shown. */
  private record Shown(Set<Fact> when, Set<Fact> unless) {
    /** A condition of the one forbids the other. */
    boolean neverTogetherWith(Shown other) {
      return !Collections.disjoint(when, other.unless) || !Collections.disjoint(unless, other.when);
    }
  }

  /** Apple takes a key once in a card; two fields that are never shown together may share one. */
  static boolean neverTogether(Field one, Field other) {
    return new Shown(one.when(), one.unless())
        .neverTogetherWith(new Shown(other.when(), other.unless()));
  }

  private @Nullable Field field(JsonNode node, String path, Map<String, List<Shown>> keys) {
    if (!findings.object(
        node, path, "key", "label", "value", "change", "empty", "when", "unless", "link")) {
      return null;
    }
    Set<Fact> when = facts(node.path("when"), path + ".when");
    Set<Fact> unless = facts(node.path("unless"), path + ".unless");
    Shown shown = new Shown(when, unless);
    String key = node.path("key").asString("");
    List<Shown> same = keys.computeIfAbsent(key, k -> new ArrayList<>());
    if (!key.matches("[A-Za-z][A-Za-z0-9_-]{0,39}")) {
      findings.add(
          path + ".key", "BAD_KEY", "буква, потом буквы и цифры", "a letter, then letters, digits");
    } else if (!same.stream().allMatch(shown::neverTogetherWith)) {
      findings.addToNew(
          path + ".key", "DUPLICATE_KEY", "такой ключ уже есть", "this key is there already");
    }
    same.add(shown);
    if (node.path("value").isMissingNode() || node.path("value").isNull()) {
      findings.add(path + ".value", "REQUIRED", "поле без значения", "the field has no value");
      return null;
    }
    Template value = findings.template(node.path("value"), path + ".value", 2000);
    Text change = findings.text(node.path("change"), path + ".change", 200);
    if (change != null && !(change.ru().contains("%@") && change.en().contains("%@"))) {
      findings.add(
          path + ".change",
          "CHANGE_WITHOUT_VALUE",
          "в тексте нужно %@ на месте значения",
          "the text needs %@ where the value goes");
    } else if (change != null && (twice(change.ru()) || twice(change.en()))) {
      findings.addToNew(
          path + ".change",
          "CHANGE_WITH_VALUE_TWICE",
          "в тексте может быть только одно %@",
          "the text may have %@ only once");
    }
    Template label = findings.template(node.path("label"), path + ".label", 100);
    Template empty = findings.template(node.path("empty"), path + ".empty", 500);
    JsonNode link = node.path("link");
    boolean own = link.isString() && link.asString().startsWith("{");
    return value == null
        ? null
        : new Field(
            key,
            label,
            value,
            change,
            empty,
            when,
            unless,
            own ? null : findings.address(link, path + ".link"),
            own ? findings.linkFact(link.asString(), path + ".link") : null);
  }

  private static boolean twice(String change) {
    return change.indexOf("%@") != change.lastIndexOf("%@");
  }

  private Set<Fact> facts(JsonNode node, String path) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    facts.addAll(
        findings.<Fact>list(
            node,
            path,
            10,
            (word, at) -> {
              Fact fact = Fact.of(word.asString("")).orElse(null);
              if (fact == null) {
                findings.add(at, "UNKNOWN_FACT", "нет такого значения", "there is no such value");
              }
              return fact;
            }));
    return facts;
  }
}
