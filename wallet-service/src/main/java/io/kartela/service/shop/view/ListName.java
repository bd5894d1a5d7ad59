package io.kartela.service.shop.view;

import io.kartela.service.shop.staff.Action;

/** Lists that have views, with who may see them. Names are kept in the database. */
enum ListName {
  MEMBERS(Action.MEMBERS_READ),
  GOODS(Action.GOODS_READ),
  AUDIT(Action.AUDIT),
  REVIEWS(Action.REVIEWS_READ);

  final Action seen;

  ListName(Action seen) {
    this.seen = seen;
  }
}
