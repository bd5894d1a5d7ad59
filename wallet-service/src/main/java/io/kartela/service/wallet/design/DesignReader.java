package io.kartela.service.wallet.design;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.content.Template;
import io.kartela.service.wallet.design.CardDesign.Action;
import io.kartela.service.wallet.design.CardDesign.Barcode;
import io.kartela.service.wallet.design.CardDesign.Beacon;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.CardDesign.Field;
import io.kartela.service.wallet.design.CardDesign.Group;
import io.kartela.service.wallet.design.CardDesign.Place;
import io.kartela.service.wallet.design.CardDesign.Relevant;
import io.kartela.service.wallet.design.CardDesign.Role;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a design's document: the design, or every reason why it is refused. */
public final class DesignReader {
  /** Most characters of a document. */
  public static final int MAX_CHARS = 200_000;

  private static final String[] FIELDS = {
    "schema",
    "description",
    "logoText",
    "style",
    "colors",
    "images",
    "fields",
    "barcodes",
    "locations",
    "maxDistance",
    "beacons",
    "relevantDates",
    "actions",
    "sharing",
    "nfc",
    "rotatingBarcode",
    "validity",
    "tiers"
  };

  private static final Set<String> ACTION_TYPES =
      Set.of(
          "viewOffersRewards",
          "addToBalance",
          "membershipBenefits",
          "shop",
          "order",
          "call",
          "place");

  private final Findings findings;
  private final Surroundings surroundings;

  /** An uploaded image's size in pixels. */
  public record Size(int width, int height) {}

  /**
   * What a design may refer to.
   *
   * @param images by id
   * @param tiers ids of the program's tiers; null: any
   * @param nfcAllowed whether the certificate is enabled for NFC and there is a key for it
   * @param today where the merchant is; null: the design is in force already
   */
  public record Surroundings(
      Map<String, Size> images,
      @Nullable Set<String> tiers,
      boolean nfcAllowed,
      @Nullable LocalDate today) {
    /** For a design that is in force already. */
    public Surroundings(Map<String, Size> images, @Nullable Set<String> tiers, boolean nfcAllowed) {
      this(images, tiers, nfcAllowed, null);
    }
  }

  /**
   * The answer: a design when there are no problems.
   *
   * @param warnings what is no reason to refuse it, but worth a second look
   */
  public record Result(
      @Nullable CardDesign design, List<DesignProblem> problems, List<DesignProblem> warnings) {}

  private DesignReader(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.findings = new Findings(surroundings.today() == null);
  }

  public static Result read(String document, Surroundings surroundings) {
    DesignReader reader = new DesignReader(surroundings);
    CardDesign design = reader.parse(document);
    List<DesignProblem> problems = reader.findings.problems();
    return new Result(problems.isEmpty() ? design : null, problems, reader.findings.warnings());
  }

  private @Nullable CardDesign parse(String document) {
    JsonNode root = root(document);
    if (root == null) {
      return null;
    }
    boolean poster = poster(root);
    Face face = new FaceReader(findings, surroundings.images()).read(root, "");
    Map<String, Face> tiers = tiers(root.path("tiers"), face);
    limits(face, "fields", poster);
    tiers.forEach((id, own) -> limits(own, "tiers." + id + ".fields", poster));
    tiers.forEach((id, own) -> onceEach(own, face, "tiers." + id + ".fields"));
    Template description = description(root);
    boolean nfc = nfc(root);
    Template logoText = findings.template(root.path("logoText"), "logoText", 100);
    List<Barcode> barcodes = barcodes(root.path("barcodes"));
    List<Place> places = findings.list(root.path("locations"), "locations", 10, this::place);
    Integer distance = findings.whole(root.path("maxDistance"), "maxDistance", 1, 100_000);
    List<Beacon> beacons = findings.list(root.path("beacons"), "beacons", 10, this::beacon);
    List<Relevant> dates =
        RelevantDates.read(root.path("relevantDates"), findings, surroundings.today());
    List<Action> actions = actions(root);
    boolean sharing = findings.flag(root.path("sharing"), "sharing", false);
    Validity validity = Validity.read(root.path("validity"), findings, surroundings.today());
    if (description == null) {
      return null;
    }
    return new CardDesign(
        description,
        logoText,
        poster,
        face,
        tiers,
        barcodes,
        places,
        distance,
        beacons,
        dates,
        actions,
        sharing,
        nfc,
        findings.flag(root.path("rotatingBarcode"), "rotatingBarcode", false),
        validity);
  }

  /** The document as an object with no field that is unknown; null when it is not even that. */
  private @Nullable JsonNode root(String document) {
    if (document.length() > MAX_CHARS) {
      findings.add("", "TOO_LONG", "документ слишком велик", "the document is too large");
      return null;
    }
    JsonNode root;
    try {
      root = Http.JSON.readTree(document);
    } catch (JacksonException e) {
      findings.add("", "NOT_JSON", "это не JSON", "this is not JSON");
      return null;
    }
    if (!findings.object(root, "", FIELDS)) {
      return null;
    }
    if (root.path("schema").asInt(0) != 1) {
      findings.add("schema", "UNKNOWN_SCHEMA", "нужна схема 1", "schema 1 is wanted");
    }
    return root;
  }

  private boolean poster(JsonNode root) {
    String style = root.path("style").asString("storeCard");
    if (!style.equals("storeCard") && !style.equals("poster")) {
      findings.add("style", "UNKNOWN_STYLE", "storeCard или poster", "storeCard or poster");
    }
    return style.equals("poster");
  }

  private @Nullable Template description(JsonNode root) {
    Template description = findings.template(root.path("description"), "description", 200);
    if (root.path("description").isMissingNode() || root.path("description").isNull()) {
      findings.add("description", "REQUIRED", "нужно описание", "a description is wanted");
    }
    return description;
  }

  private boolean nfc(JsonNode root) {
    boolean nfc = findings.flag(root.path("nfc"), "nfc", false);
    if (nfc && !surroundings.nfcAllowed()) {
      findings.add(
          "nfc",
          "NFC_NOT_ENABLED",
          "сертификат Apple без NFC или нет ключа NFC: такую карту iPhone не откроет",
          "the Apple certificate is not enabled for NFC, or there is no NFC key: no iPhone would"
              + " open the card");
    }
    return nfc;
  }

  private List<Action> actions(JsonNode root) {
    List<Action> actions = findings.list(root.path("actions"), "actions", 2, this::action);
    if (actions.stream().map(Action::id).distinct().count() < actions.size()) {
      findings.addToNew(
          "actions", "DUPLICATE_KEY", "у действий одинаковые id", "the actions have the same id");
    }
    return actions;
  }

  private Map<String, Face> tiers(JsonNode node, Face face) {
    Map<String, Face> tiers = new HashMap<>();
    if (node.isMissingNode()) {
      return tiers;
    }
    if (!node.isObject() || node.size() > 50) {
      findings.add("tiers", "WRONG_TYPE", "нужен объект, до 50", "an object is wanted, up to 50");
      return tiers;
    }
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      String path = "tiers." + one.getKey();
      Set<String> known = surroundings.tiers();
      if (known != null && !known.contains(one.getKey())) {
        findings.add(
            path, "UNKNOWN_TIER", "в программе нет такого уровня", "the program has no such tier");
      } else if (findings.object(one.getValue(), path, "colors", "images", "fields")) {
        tiers.put(
            one.getKey(),
            face.with(new FaceReader(findings, surroundings.images()).read(one.getValue(), path)));
      }
    }
    return tiers;
  }

  /** What Apple shows beside a square barcode; conditions may hide some, so twice is the limit. */
  private void limits(Face face, String path, boolean poster) {
    atMost(face.fields(Group.HEADER).size(), 3, path + ".header");
    atMost(face.fields(Group.PRIMARY).size(), 1, path + ".primary");
    long middle =
        java.util.stream.Stream.of(Group.SECONDARY, Group.AUXILIARY)
            .flatMap(g -> face.fields(g).stream())
            .filter(f -> f.unless().isEmpty())
            .count();
    atMost(middle, 4, path + ".auxiliary");
    if (!poster && !face.fields(Group.FOOTER).isEmpty()) {
      findings.add(
          path + ".footer",
          "FOOTER_WITHOUT_POSTER",
          "нижние поля есть только у стиля poster",
          "only the poster style has footer fields");
    }
    if (poster && face.none().contains(Role.BACKGROUND)) {
      findings.add(
          path.replace("fields", "images.background"),
          "MISSING_BACKGROUND",
          "стилю poster нужна фоновая картинка",
          "the poster style needs a background image");
    }
  }

  /** A tier's own fields stand beside those that it keeps of the whole card. */
  private void onceEach(Face own, Face face, String path) {
    List<Field> all =
        Arrays.stream(Group.values()).flatMap(group -> own.fields(group).stream()).toList();
    for (int i = 0; i < all.size(); i++) {
      for (Field other : all.subList(0, i)) {
        Field one = all.get(i);
        boolean clash = one.key().equals(other.key()) && !FaceReader.neverTogether(one, other);
        if (clash && isOwn(own, face, one) != isOwn(own, face, other)) {
          findings.addToNew(
              path,
              "DUPLICATE_KEY",
              "ключ " + one.key() + " уже есть среди полей самой карты",
              "the key " + one.key() + " is there already among the card's own fields");
        }
      }
    }
  }

  private static boolean isOwn(Face own, Face face, Field field) {
    return Arrays.stream(Group.values())
        .anyMatch(
            group ->
                own.fields(group).contains(field) && !own.fields(group).equals(face.fields(group)));
  }

  private void atMost(long count, int most, String path) {
    if (count > most) {
      findings.add(
          path,
          "TOO_MANY_FIELDS",
          "Apple покажет не больше " + most,
          "Apple shows at most " + most);
    }
  }

  private List<Barcode> barcodes(JsonNode node) {
    if (node.isMissingNode()) {
      return List.of(Barcode.QR);
    }
    List<Barcode> barcodes =
        findings.list(
            node,
            "barcodes",
            4,
            (word, at) -> {
              for (Barcode barcode : Barcode.values()) {
                if (barcode.name().equals(word.asString(""))) {
                  return barcode;
                }
              }
              findings.add(at, "UNKNOWN_BARCODE", "нет такого кода", "there is no such barcode");
              return null;
            });
    if (new HashSet<>(barcodes).size() < barcodes.size()) {
      findings.addToNew(
          "barcodes",
          "DUPLICATE_BARCODE",
          "один и тот же код назван дважды",
          "the same barcode is named twice");
    }
    if (node.isArray() && node.size() <= 4 && barcodes.stream().noneMatch(Barcode::everywhere)) {
      findings.add(
          "barcodes",
          "NO_FALLBACK_BARCODE",
          "нужен хоть один код, известный всем телефонам: QR, PDF417, AZTEC или CODE128",
          "one barcode that every phone knows is needed: QR, PDF417, AZTEC or CODE128");
    }
    return barcodes;
  }

  private @Nullable Place place(JsonNode node, String path) {
    if (!findings.object(node, path, "latitude", "longitude", "text")) {
      return null;
    }
    double latitude = number(node.path("latitude"));
    double longitude = number(node.path("longitude"));
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      findings.add(
          path,
          "BAD_LOCATION",
          "широта −90…90, долгота −180…180",
          "latitude -90…90, longitude -180…180");
      return null;
    }
    return new Place(latitude, longitude, findings.text(node.path("text"), path + ".text", 100));
  }

  /** A text that looks like a number is none. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  private @Nullable Beacon beacon(JsonNode node, String path) {
    if (!findings.object(node, path, "uuid", "major", "minor", "text")) {
      return null;
    }
    String uuid = node.path("uuid").asString("");
    if (!uuid.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      findings.add(path + ".uuid", "BAD_BEACON", "нужен UUID", "a UUID is wanted");
      return null;
    }
    return new Beacon(
        uuid.toUpperCase(Locale.ROOT),
        findings.whole(node.path("major"), path + ".major", 0, 65_535),
        findings.whole(node.path("minor"), path + ".minor", 0, 65_535),
        findings.text(node.path("text"), path + ".text", 100));
  }

  private @Nullable Action action(JsonNode node, String path) {
    if (!findings.object(node, path, "id", "type", "url")) {
      return null;
    }
    String id = findings.word(node.path("id"), path + ".id", 40);
    String type = node.path("type").asString("");
    if (!ACTION_TYPES.contains(type)) {
      String known = String.join(", ", ACTION_TYPES.stream().sorted().toList());
      findings.add(path + ".type", "UNKNOWN_ACTION", "одно из: " + known, "one of: " + known);
      return null;
    }
    URI url = findings.address(node.path("url"), path + ".url");
    if (url == null && (node.path("url").isMissingNode() || node.path("url").isNull())) {
      findings.add(path + ".url", "REQUIRED", "нужен адрес", "an address is wanted");
    }
    if (type.equals("call") && url != null && !"tel".equals(url.getScheme())) {
      findings.addToNew(
          path + ".url", "BAD_LINK", "для звонка нужен адрес tel:", "a call needs a tel: address");
    }
    return id == null || url == null ? null : new Action(id, type, url);
  }
}
