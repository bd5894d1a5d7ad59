package io.kartela.service.simulator;

import io.kartela.service.platform.http.Lang;
import java.time.Instant;

/** A lock-screen notice in both languages. */
record Notice(
    String id, String titleRu, String titleEn, String ru, String en, Instant at, String serial) {
  PhoneView.Notice view(Lang lang) {
    return lang == Lang.RU
        ? new PhoneView.Notice(id, titleRu, ru, at, serial)
        : new PhoneView.Notice(id, titleEn, en, at, serial);
  }
}
