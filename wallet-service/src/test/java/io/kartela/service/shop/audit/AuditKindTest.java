package io.kartela.service.shop.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the service writes down has its words in both languages: its sources are walked. */
class AuditKindTest {
  private static final Path SOURCES = Path.of("src/main/java/io/kartela/service");
  private static final Pattern CALL = Pattern.compile("audit\\s*\\.\\s*(?:record|add)\\(");

  /** Of methods of a room's own, which hand the kind on. */
  private static final Pattern OWN_CALL =
      Pattern.compile("(?<![.\\w])record\\(\\s*c,[^\"]*?\"([A-Z]+(?:_[A-Z]+)+)\"");

  private static final Pattern DETAIL = Pattern.compile("\"([a-z][A-Za-z]*)\",");
  private static final Pattern NAME = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)*_?)\"");

  /** Kinds that are put together where they are written: what may follow. */
  private static final Map<String, List<String>> FAMILIES =
      Map.of(
          "REGISTER_",
          List.of("CREATED", "RENAMED", "REVOKED", "KEY_ROTATED", "OLD_KEY_ENDED"),
          "CASHIER_",
          List.of("CREATED", "PIN_CHANGED", "REVOKED"),
          "CARD_",
          List.of("ACTIVE", "BLOCKED"),
          "CAMPAIGN_",
          List.of("RUNNING", "PAUSED", "CANCELLED"));

  /** Handed on by a method of the room's own. */
  private static final Set<String> HANDED_ON =
      Set.of(
          "STAFF_INVITED",
          "STAFF_LINK_RENEWED",
          "SEGMENT_CREATED",
          "SEGMENT_CHANGED",
          "SEGMENT_DELETED",
          "VIEW_SHARED",
          "VIEW_UNSHARED",
          "SHARED_VIEW_CHANGED",
          "SHARED_VIEW_DELETED",
          "MEMBERS_CHANGED_AT_ONCE",
          "MEMBERS_CHANGE_UNDONE",
          "AUTOMATION_CREATED",
          "AUTOMATION_CHANGED",
          "AUTOMATION_DELETED",
          "AUTOMATION_ON",
          "AUTOMATION_OFF",
          "CAMPAIGN_PLANNED",
          "CAMPAIGN_CALLED_OFF",
          "CAMPAIGN_DRAFT_DELETED",
          "CERTIFICATE_ASSIGNED",
          "CERTIFICATE_BLOCKED",
          "CERTIFICATE_ISSUED",
          "CERTIFICATE_KIND_RESUMED",
          "CERTIFICATE_REFUNDED",
          "CERTIFICATE_REISSUED",
          "CERTIFICATE_TOPPED_UP",
          "CERTIFICATE_UNBLOCKED",
          "PROMO_SET_CREATED",
          "PROMO_SET_STOPPED",
          "PROMO_SET_RESUMED",
          "PROMO_SET_DELETED");

  /** Objects, and the two sides of a change. */
  private static final Set<String> UNSAID = Set.of("condition", "was", "now");

  @Test
  void everyKindThatIsWrittenHasItsWords() throws IOException {
    Set<String> written = new TreeSet<>(HANDED_ON);
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        written.addAll(kindsIn(source));
        written.addAll(handedOn(source));
      }
    }
    assertTrue(written.contains("BALANCE_ADJUSTED"), "the walk finds what is written");
    Set<String> known =
        Stream.of(AuditKind.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, written);
    for (AuditKind kind : AuditKind.values()) {
      assertFalse(kind.words().ru().isBlank(), kind.name());
      assertTrue(kind.words().ru().codePoints().anyMatch(Character::isAlphabetic), kind.name());
      assertFalse(kind.words().en().matches(".*[А-Яа-я].*"), kind.name());
    }
  }

  /** What is said of an entry where it is written has a name, never its key. */
  @Test
  void everyDetailHasItsWords() throws IOException {
    Set<String> bare = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher call = CALL.matcher(source);
        while (call.find()) {
          String said = arguments(source, call.end());
          int map = said.indexOf("Map.of(");
          Matcher name = DETAIL.matcher(map < 0 ? "" : said.substring(map));
          while (name.find()) {
            String key = name.group(1);
            if (Fields.label(key).ru().equals(key) && !UNSAID.contains(key)) {
              bare.add(key);
            }
          }
        }
      }
    }
    assertEquals(Set.of(), bare);
  }

  private static Set<String> handedOn(String source) {
    Set<String> kinds = new TreeSet<>();
    Matcher call = OWN_CALL.matcher(source);
    while (call.find()) {
      String kind = call.group(1);
      if (FAMILIES.values().stream().noneMatch(rest -> rest.contains(kind))) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static Set<String> kindsIn(String source) {
    Set<String> kinds = new TreeSet<>();
    Matcher call = CALL.matcher(source);
    while (call.find()) {
      Matcher name = NAME.matcher(arguments(source, call.end()));
      while (name.find()) {
        String kind = name.group(1);
        if (!kind.endsWith("_")) {
          kinds.add(kind);
          continue;
        }
        assertTrue(FAMILIES.containsKey(kind), kind + " is put together: say of what");
        FAMILIES.get(kind).forEach(rest -> kinds.add(kind + rest));
      }
    }
    return kinds;
  }

  /** Up to the bracket that closes the call. */
  private static String arguments(String source, int from) {
    int open = 1;
    int at = from;
    while (open > 0) {
      char c = source.charAt(at++);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return source.substring(from, at);
  }
}
