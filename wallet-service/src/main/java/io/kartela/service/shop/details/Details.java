package io.kartela.service.shop.details;

import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.shop.audit.Changes;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says of the shop.
 *
 * @param name in English empty when it is the same
 * @param zone the program's
 */
record Details(LocalText name, LocalText description, String zone, Contacts contacts) {
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()\\-]{3,28}[0-9]");

  /** Where customers reach the shop; what is not said is empty. */
  record Contacts(String phone, String email, String site, String address) {}

  /** The same as it is sent, nothing of it checked. */
  record Request(
      @Nullable Words name,
      @Nullable Words description,
      @Nullable String zone,
      @Nullable Sent contacts) {

    Details check() {
      Check check = new Check();
      Words called = name == null ? new Words(null, null) : name;
      LocalText names =
          new LocalText(
              check.line("name.ru", called.ru, 100), line(check, "name.en", called.en, 100));
      Words told = description == null ? new Words(null, null) : description;
      LocalText description =
          new LocalText(
              text(check, "description.ru", told.ru), text(check, "description.en", told.en));
      String place = zone == null ? "" : zone;
      check.require(
          ZoneId.getAvailableZoneIds().contains(place),
          "zone",
          "INVALID",
          "выберите часовой пояс",
          "choose a time zone");
      Contacts reached =
          (contacts == null ? new Sent(null, null, null, null) : contacts).check(check);
      check.done();
      return new Details(names, description, place, reached);
    }
  }

  record Words(@Nullable String ru, @Nullable String en) {}

  record Sent(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String site,
      @Nullable String address) {

    private Contacts check(Check check) {
      String called = line(check, "contacts.phone", phone, 30);
      check.require(
          called.isEmpty() || PHONE.matcher(called).matches(),
          "contacts.phone",
          "PHONE_INVALID",
          "номер не распознан",
          "is not a phone number");
      String mail = email == null || email.isBlank() ? "" : check.email("contacts.email", email);
      return new Contacts(
          called,
          mail,
          site == null || site.isBlank() ? "" : link(check, "contacts.site", site),
          line(check, "contacts.address", address, 300));
    }
  }

  private static String line(Check check, String field, @Nullable String value, int max) {
    return value == null || value.isBlank() ? "" : check.line(field, value, max);
  }

  private static String text(Check check, String field, @Nullable String value) {
    String text = check.optional(field, value, 500);
    return text == null ? "" : text;
  }

  /** A page of the web; who types only its name means the safe one. */
  static String link(Check check, String field, String typed) {
    String given = check.line(field, typed, 300);
    String link = given.contains("://") ? given : "https://" + given;
    check.require(
        given.isEmpty() || isPage(link),
        field,
        "INVALID",
        "это не адрес сайта, пример: https://example.ru",
        "is not a web address, such as https://example.com");
    return link;
  }

  private static boolean isPage(String link) {
    try {
      URI uri = new URI(link);
      String host = uri.getHost();
      return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
          && host != null
          && host.contains(".")
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  Changes since(Details was) {
    return new Changes()
        .of("nameRu", was.name.ru(), name.ru())
        .of("nameEn", was.name.en(), name.en())
        .of("descriptionRu", was.description.ru(), description.ru())
        .of("descriptionEn", was.description.en(), description.en())
        .of("zone", was.zone, zone)
        .of("phone", was.contacts.phone, contacts.phone)
        .of("email", was.contacts.email, contacts.email)
        .of("site", was.contacts.site, contacts.site)
        .of("address", was.contacts.address, contacts.address);
  }
}
