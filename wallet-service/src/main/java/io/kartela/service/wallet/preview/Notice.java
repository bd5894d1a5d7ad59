package io.kartela.service.wallet.preview;

import io.kartela.service.platform.http.Lang;
import java.time.Instant;

/** A lock-screen notice in both languages. */
public record Notice(
    String id, String titleRu, String titleEn, String ru, String en, Instant at, String serial) {
  public PhoneView.Notice view(Lang lang) {
    return lang == Lang.RU
        ? new PhoneView.Notice(id, titleRu, ru, at, serial)
        : new PhoneView.Notice(id, titleEn, en, at, serial);
  }
}
