package io.kartela.service.till.scan;

import io.kartela.service.code.Phone;
import io.kartela.service.code.Uid;
import io.kartela.service.till.scan.Reading.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What tills would look for when they read a text: whoever gives codes out asks here, so that both
 * go by the same rules. Pure.
 */
public final class ReadForms {
  private ReadForms() {}

  /** The stored forms of cards that a reading of this may find; empty: it is read as no card. */
  public static List<String> of(String text) {
    return switch (ReaderText.read(text, null, null).reading()) {
      case Reading.Codes codes -> codes.candidates().stream().map(Candidate::code).toList();
      case Reading.GoodsShaped goods -> goods(goods.code());
      case Reading.Decrypted d -> List.of(d.message());
      case Reading.Rotating r -> List.of(r.code());
      case Reading.Cryptogram c -> List.of();
      case Reading.Page p -> List.of();
      case Reading.NotACard n -> List.of();
    };
  }

  /** The texts that are read as this code because of a reader's letters around it. */
  public static List<String> adorned(String code) {
    return Forms.adorned(code);
  }

  /** With which signs {@link #adorned} texts begin. */
  public static List<String> adorning() {
    return Forms.adorning();
  }

  /** The phone that a reading of this may find. */
  public static Optional<Phone> phone(String text) {
    return ReaderText.read(text, null, null).reading() instanceof Reading.Codes codes
        ? codes.phone()
        : Optional.empty();
  }

  private static List<String> goods(String code) {
    List<String> forms = new ArrayList<>(List.of(code));
    if (code.startsWith("0")) {
      forms.add(code.substring(1));
    }
    forms.addAll(Uid.candidates(code));
    return forms;
  }
}
