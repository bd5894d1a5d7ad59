package io.kartela.service.wallet.print;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.wallet.pass.PassReader;
import java.net.URI;
import java.util.List;

/**
 * What is to be printed.
 *
 * @param languages one or both, the one that is read first at the front
 * @param names of the shop
 * @param address of the sign-up page
 * @param card the shop's as a sample customer has it
 * @param marks whether for a print shop: more colour than is kept, and marks where to cut
 */
record Order(
    Sheet sheet,
    List<Lang> languages,
    LocalText names,
    List<Words> words,
    URI address,
    PassReader.Card card,
    boolean marks) {
  Order {
    languages = List.copyOf(languages);
    words = List.copyOf(words);
    if (languages.isEmpty() || languages.size() != words.size()) {
      throw new IllegalArgumentException("words for each language are wanted");
    }
  }

  /** The shop's name; both where it has two and both are read. */
  String name() {
    List<String> said = languages.stream().map(names::in).distinct().toList();
    return String.join("\u00a0· ", said);
  }

  /** As people type it. */
  String typed() {
    return address.toString().replaceFirst("^https?://", "");
  }
}
