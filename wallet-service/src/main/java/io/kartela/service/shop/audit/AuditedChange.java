package io.kartela.service.shop.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that an entry tells: of a change from what to what, else what it was about.
 *
 * @param was null when nothing was before, or it is not a change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditedChange(LocalText field, @Nullable LocalText was, LocalText now) {

  /** All that an entry tells, in its order; what came out the same is no change. */
  static List<AuditedChange> of(JsonNode detail) {
    List<AuditedChange> changes = new ArrayList<>();
    for (Map.Entry<String, JsonNode> told : detail.properties()) {
      String key = told.getKey();
      JsonNode value = told.getValue();
      if (key.equals("now") && value.isObject()) {
        compare(detail.path("was"), value, changes);
      } else if (!value.isObject() && !value.isNull() && !isUsual(key, value)) {
        changes.add(new AuditedChange(Fields.label(key), null, Fields.value(key, value)));
      }
    }
    return changes;
  }

  /** What is so nearly always is not worth a line. */
  private static boolean isUsual(String key, JsonNode value) {
    return key.equals("overNewer") && !value.asBoolean(false);
  }

  private static void compare(JsonNode was, JsonNode now, List<AuditedChange> changes) {
    for (Map.Entry<String, JsonNode> field : now.properties()) {
      String key = field.getKey();
      JsonNode before = was.path(key);
      if (!before.equals(field.getValue())) {
        changes.add(
            new AuditedChange(
                Fields.label(key),
                before.isMissingNode() ? null : Fields.value(key, before),
                Fields.value(key, field.getValue())));
      }
    }
  }

  /** As it stands in a cell. */
  String in(Lang lang) {
    LocalText before = was;
    return field.in(lang) + ": " + (before == null ? "" : before.in(lang) + " → ") + now.in(lang);
  }
}
