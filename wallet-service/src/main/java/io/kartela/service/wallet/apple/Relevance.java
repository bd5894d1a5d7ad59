package io.kartela.service.wallet.apple;

import io.kartela.service.wallet.content.CardContent.Text;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.CardDesign.Relevant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where and when a pass is at hand, and what newer phones offer beside it. */
final class Relevance {
  private Relevance() {}

  static void add(Map<String, Object> json, CardDesign design, PassStrings strings, Instant now) {
    List<Object> places = new ArrayList<>();
    for (CardDesign.Place place : design.places()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("latitude", place.latitude());
      one.put("longitude", place.longitude());
      text(one, place.text(), strings);
      places.add(one);
    }
    put(json, "locations", places);
    if (design.maxDistance() != null) {
      json.put("maxDistance", design.maxDistance());
    }
    List<Object> beacons = new ArrayList<>();
    for (CardDesign.Beacon beacon : design.beacons()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("proximityUUID", beacon.uuid());
      if (beacon.major() != null) {
        one.put("major", beacon.major());
      }
      if (beacon.minor() != null) {
        one.put("minor", beacon.minor());
      }
      text(one, beacon.text(), strings);
      beacons.add(one);
    }
    put(json, "beacons", beacons);
    dates(json, design, now);
    List<Object> actions = new ArrayList<>();
    for (CardDesign.Action action : design.actions()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("identifier", action.id());
      one.put("type", action.type());
      one.put("url", action.url().toString());
      actions.add(one);
    }
    put(json, "featuredActions", actions);
  }

  /**
   * Those that are still to come: a pass whose moments are all over is filed as expired. Older
   * phones know one moment only, by its older name.
   */
  private static void dates(Map<String, Object> json, CardDesign design, Instant now) {
    List<Relevant> ahead =
        design.relevantDates().stream().filter(date -> date.isAhead(now)).toList();
    List<Object> dates = new ArrayList<>();
    for (Relevant relevant : ahead) {
      Map<String, Object> one = new LinkedHashMap<>();
      if (relevant.until() == null) {
        one.put("date", text(relevant.from()));
      } else {
        one.put("startDate", text(relevant.from()));
        one.put("endDate", text(relevant.until()));
      }
      dates.add(one);
    }
    put(json, "relevantDates", dates);
    ahead.stream()
        .map(Relevant::from)
        .min(Comparator.naturalOrder())
        .ifPresent(first -> json.put("relevantDate", text(first)));
  }

  /** Phones refuse a whole pass for a fraction of a second. */
  private static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void text(Map<String, Object> to, @Nullable Text text, PassStrings strings) {
    if (text != null) {
      to.put("relevantText", strings.key(text));
    }
  }

  private static void put(Map<String, Object> json, String name, List<Object> items) {
    if (!items.isEmpty()) {
      json.put(name, items);
    }
  }
}
