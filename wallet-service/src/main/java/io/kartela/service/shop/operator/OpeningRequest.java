package io.kartela.service.shop.operator;

import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A merchant to be opened, as the operator describes it in JSON. */
public record OpeningRequest(
    @Nullable String slug,
    @Nullable String name,
    @Nullable Texts description,
    @Nullable String zone,
    @Nullable String locale,
    @Nullable String color,
    @Nullable Person owner,
    @Nullable Place store,
    @Nullable Named register,
    @Nullable JsonNode program,
    @Nullable String template) {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
  private static final String USUAL_COLOR = "#1f4e79";

  record Texts(@Nullable String ru, @Nullable String en) {}

  record Person(@Nullable String email, @Nullable String name, @Nullable String locale) {
    Owner check(Check check, String at, Lang usual) {
      String mail = check.email(at + "email", email);
      check.oneOf(at + "locale", locale, "ru", "en");
      return new Owner(
          mail, check.text(at + "name", name, 100), locale == null ? usual : Lang.of(locale));
    }
  }

  record Place(@Nullable String name, @Nullable String zone) {}

  record Named(@Nullable String name) {}

  /** Somebody who will own a merchant. */
  record Owner(String email, String name, Lang locale) {}

  /** All of it in order. */
  record Checked(
      String slug,
      String name,
      String descriptionRu,
      String descriptionEn,
      ZoneId zone,
      Lang locale,
      String color,
      Owner owner,
      String storeName,
      ZoneId storeZone,
      String registerName,
      Program program) {}

  /** Everything that is wrong is told at once. */
  Checked check(Openings.FirstProgram ready) {
    Check check = new Check();
    String checkedSlug = check.text("slug", slug, 40);
    check.require(
        checkedSlug.isEmpty() || SLUG.matcher(checkedSlug).matches(),
        "slug",
        "INVALID",
        "от 2 до 40 знаков: латинские строчные буквы, цифры, дефис",
        "2 to 40 characters: lower-case Latin letters, digits, hyphen");
    String checkedName = check.text("name", name, 100);
    Texts texts = description == null ? new Texts(null, null) : description;
    String ru = check.optional("description.ru", texts.ru, 500);
    String en = check.optional("description.en", texts.en, 500);
    check.oneOf("locale", locale, "ru", "en");
    Lang lang = locale == null ? Lang.RU : Lang.of(locale);
    ZoneId home = zone(check, "zone", zone, ZoneId.of("Europe/Moscow"));
    check.require(
        color == null || COLOR.matcher(color).matches(),
        "color",
        "INVALID",
        "например #1f4e79",
        "such as #1f4e79");
    Owner boss =
        (owner == null ? new Person(null, null, null) : owner).check(check, "owner.", lang);
    Place place = store == null ? new Place(null, null) : store;
    String storeName = check.optional("store.name", place.name, 100);
    ZoneId storeZone = place.zone == null ? home : zone(check, "store.zone", place.zone, home);
    String till = check.optional("register.name", register == null ? null : register.name, 100);
    Program rules = program(check, home, ready);
    check.done();
    return new Checked(
        checkedSlug,
        checkedName,
        ru == null ? "" : ru,
        en == null ? "" : en,
        home,
        lang,
        color == null ? USUAL_COLOR : color,
        boss,
        storeName == null ? checkedName : storeName,
        storeZone,
        till == null ? (lang == Lang.RU ? "Касса 1" : "Register 1") : till,
        Objects.requireNonNull(rules, "a bad program was reported"));
  }

  /** Whether the program is more than the one to begin with. */
  boolean choosesProgram() {
    return template != null || (program != null && !program.isNull());
  }

  private static ZoneId zone(Check check, String field, @Nullable String id, ZoneId otherwise) {
    if (id != null && ZoneId.getAvailableZoneIds().contains(id)) {
      return ZoneId.of(id);
    }
    if (id == null) {
      check.add(field, "REQUIRED", "не заполнено", "is required");
    } else {
      check.add(
          field,
          "INVALID",
          "часовой пояс, например Europe/Moscow",
          "a time zone such as Europe/Moscow");
    }
    return otherwise;
  }

  /** What was given or chosen, or else: five per cent, and half may be paid. */
  private @Nullable Program program(Check check, ZoneId home, Openings.FirstProgram ready) {
    boolean given = program != null && !program.isNull();
    check.require(
        template == null || !given,
        "template",
        "EITHER_OR",
        "либо program, либо template",
        "either program or template");
    String document = given ? Http.JSON.writeValueAsString(program) : starter(home);
    if (template != null && !given) {
      Optional<String> chosen = ready.template(template, home);
      check.require(
          chosen.isPresent(), "template", "INVALID", "такого шаблона нет", "is no template");
      document = chosen.orElse(document);
    }
    return switch (ProgramJson.parse(document)) {
      case ProgramJson.Parsed.Good good -> good.program();
      case ProgramJson.Parsed.Bad(var problems) -> {
        problems.forEach(p -> check.add("program" + p.pointer(), p.code(), p.ru(), p.en()));
        yield null;
      }
    };
  }

  private static String starter(ZoneId home) {
    try (InputStream in =
        OpeningRequest.class.getResourceAsStream("/operator/starter-program.json")) {
      ObjectNode document = (ObjectNode) Http.JSON.readTree(Objects.requireNonNull(in));
      document.put("zone", home.getId());
      return Http.JSON.writeValueAsString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
