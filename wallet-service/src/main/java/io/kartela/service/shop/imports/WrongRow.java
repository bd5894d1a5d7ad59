package io.kartela.service.shop.imports;

import io.kartela.service.platform.http.LocalText;

/** Why a row is not taken, as soon as its reading meets it. */
public final class WrongRow extends Exception {
  private static final long serialVersionUID = 1;
  private final transient LocalText reason;

  public WrongRow(String ru, String en) {
    super(en, null, false, false);
    this.reason = new LocalText(ru, en);
  }

  LocalText reason() {
    return reason;
  }
}
