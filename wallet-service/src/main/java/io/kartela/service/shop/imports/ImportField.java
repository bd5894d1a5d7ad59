package io.kartela.service.shop.imports;

import io.kartela.service.platform.http.LocalText;
import java.util.List;

/**
 * What a column of a list can be.
 *
 * @param many whether several columns may be that; their texts count one after the other
 * @param ownersOnly whether nobody but an owner may bring it
 * @param words by which titles call it, in small letters
 */
public record ImportField(
    String key, LocalText name, boolean many, boolean ownersOnly, List<String> words) {
  public static ImportField one(String key, String ru, String en, String... words) {
    return new ImportField(key, new LocalText(ru, en), false, false, List.of(words));
  }

  public static ImportField many(String key, String ru, String en, String... words) {
    return new ImportField(key, new LocalText(ru, en), true, false, List.of(words));
  }

  public ImportField forOwners() {
    return new ImportField(key, name, many, true, words);
  }
}
