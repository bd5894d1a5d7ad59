package io.kartela.service.till.nfc;

import io.kartela.service.platform.work.SealedTable;
import java.util.List;

/** Where secrets of readers and of codes that change lie. */
public final class NfcSecrets {
  private NfcSecrets() {}

  public static List<SealedTable> tables() {
    return List.of(
        new SealedTable(
            "nfc_key",
            SealedTable.Key.number("nfc_key_id"),
            (merchantId, id) -> NfcKeys.context(merchantId, Long.parseLong(id))),
        new SealedTable("rotating_card", SealedTable.Key.text("code"), RotatingCards::context));
  }
}
