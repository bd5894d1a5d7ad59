package io.kartela.service.shop.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Guesses by their titles what the columns of a list are. Pure. */
final class Titles {
  private static final Pattern FIGURES = Pattern.compile("[+0-9 ().,/:-]{3,}");

  private final List<ImportField> fields;

  Titles(List<ImportField> fields) {
    this.fields = fields;
  }

  /** A field that fits a title, and how well: the longest word counts, a whole title most. */
  private record Fit(ImportField field, int weight) {}

  /** The keys of fields, "" where nothing fits. */
  List<String> guess(List<String> titles) {
    Map<String, Integer> best = new HashMap<>();
    List<Fit> fits = new ArrayList<>();
    for (String title : titles) {
      Fit fit = fit(" " + fold(title));
      fits.add(fit);
      if (fit.weight > 0) {
        best.merge(fit.field.key(), fit.weight, Math::max);
      }
    }
    List<String> guessed = new ArrayList<>();
    for (Fit fit : fits) {
      String key = fit.field.key();
      boolean taken = !fit.field.many() && guessed.contains(key);
      boolean weaker = !fit.field.many() && fit.weight < best.getOrDefault(key, 0);
      guessed.add(fit.weight == 0 || taken || weaker ? "" : key);
    }
    return guessed;
  }

  private Fit fit(String title) {
    Fit best = new Fit(fields.getFirst(), 0);
    for (ImportField field : fields) {
      for (String word : field.words()) {
        int weight =
            title.equals(" " + word) ? 1_000 : title.contains(" " + word) ? word.length() : 0;
        if (weight > best.weight) {
          best = new Fit(field, weight);
        }
      }
    }
    return best;
  }

  /** Whether a row looks like titles rather than like what is listed. */
  boolean are(List<String> cells) {
    return cells.stream().noneMatch(cell -> FIGURES.matcher(cell).matches())
        && guess(cells).stream().anyMatch(key -> !key.isEmpty());
  }

  private static String fold(String title) {
    return title
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
