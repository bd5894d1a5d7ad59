package io.kartela.service.promo.code;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.LocalText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes of a set as they are printed. Thread-safe. */
public final class CodeSheets {
  private final Database database;
  private final CodeSecrets secrets;

  /**
   * A part of a set.
   *
   * @param marked the same codes as a barcode says them
   * @param lastDay through which they are good; null: no end
   */
  public record Part(
      LocalText name, List<String> codes, List<String> marked, @Nullable LocalDate lastDay) {}

  CodeSheets(Database database, CodeSecrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /** At most so many codes that nobody has used, behind the first {@code skip} of all. */
  public Part of(long merchantId, long setId, int skip, int most) {
    return database.inTenant(
        merchantId,
        c -> {
          PromoSet set = SetDesk.find(c, merchantId, setId, "");
          CodeKey key = secrets.of(merchantId).orElseThrow();
          List<CodeStock.Shown> all = CodeStock.part(c, key, set, merchantId, null, skip + most);
          boolean counted = set.terms().usesPerCode() != null;
          List<String> codes =
              all.stream()
                  .skip(skip)
                  .filter(code -> !counted || code.used() == 0)
                  .map(CodeStock.Shown::text)
                  .toList();
          return new Part(
              set.name(),
              codes,
              codes.stream().map(code -> CodeText.MARK + code).toList(),
              set.terms().lastDay());
        });
  }
}
