package io.kartela.service.shop.view;

import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.StaffPrincipal;
import tools.jackson.databind.JsonNode;

/**
 * A kept view.
 *
 * @param staffId who made it
 * @param author the same, by name
 * @param state search, filter, order and columns, as the page that shows the list words them
 */
record SavedView(
    long id,
    ListName list,
    long staffId,
    String author,
    boolean shared,
    String name,
    JsonNode state,
    int revision) {

  boolean seenBy(StaffPrincipal staff) {
    return staff.may(list.seen) && (shared || isOf(staff));
  }

  boolean changedBy(StaffPrincipal staff) {
    return isOf(staff) || (shared && staff.may(Action.VIEWS_OF_OTHERS));
  }

  boolean isOf(StaffPrincipal staff) {
    return staffId == staff.staffId();
  }
}
