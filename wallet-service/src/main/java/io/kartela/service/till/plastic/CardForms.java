package io.kartela.service.till.plastic;

import io.kartela.service.code.CardKey;
import io.kartela.service.code.CardNumber;
import io.kartela.service.code.Phone;
import io.kartela.service.code.Uid;
import io.kartela.service.till.scan.ReadForms;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a code of plastic may be taken for at a till, and what may be taken for it. Forms say where
 * they are looked for: {@code key:}, {@code code:}, {@code printed:} or {@code tapped:} as the
 * columns of cards.
 *
 * @param own by which it is found again: two codes that share one are one card
 * @param all the same with what readers, keyboards and fingers confuse with it
 * @param phones that somebody may have typed who means a person
 * @param likeAPhone whether it looks like a mobile phone of a home country, somebody's or not
 */
record CardForms(
    String code, Set<String> own, Set<String> all, Set<String> phones, boolean likeAPhone) {
  /** Mobile phones of where shops are at home: Russia, Kazakhstan, Belarus. */
  private static final String MOBILE = "\\+(79|77|375(25|29|33|44))[0-9]+";

  /** The same as fingers type them, without the sign; ten digits mean Russia or Kazakhstan. */
  private static final String MOBILE_TYPED = "[78]?[79][0-9]{9}|375(25|29|33|44)[0-9]{7}";

  /** The digits printed under a wallet card's barcode. */
  private static final int PRINTED = 8;

  static CardForms of(String code) {
    Set<String> own = new LinkedHashSet<>();
    Set<String> all = new LinkedHashSet<>();
    Set<String> texts = new LinkedHashSet<>();
    if (code.startsWith(Uid.PREFIX)) {
      own.add("code:" + code);
      own.add("code:" + Uid.reversed(code));
      for (String uid : List.of(code, Uid.reversed(code))) {
        texts.addAll(written(uid));
      }
    } else {
      CardKey.of(code).ifPresent(key -> own.add("key:" + key));
      texts.add(code);
      CardKey.of(code).ifPresent(texts::add);
    }
    for (String text : texts) {
      add(all, text);
      ReadForms.of(text).forEach(form -> add(all, form));
    }
    if (code.length() == 13 && CardNumber.gs1Checks(code)) {
      add(all, code.substring(0, 12)); // to which a till adds the check digit
    }
    all.addAll(own);
    Set<String> phones = new LinkedHashSet<>();
    texts.stream().flatMap(CardForms::phones).forEach(phone -> phones.add(phone.e164()));
    boolean likeAPhone =
        texts.stream().anyMatch(text -> text.matches(MOBILE_TYPED))
            && phones.stream().anyMatch(phone -> phone.matches(MOBILE));
    return new CardForms(code, own, all, phones, likeAPhone);
  }

  /**
   * Where codes are that would be read as this one: with a reader's letters around it.
   *
   * @param begin with which signs such codes begin in this shop; mostly none, and then it is
   *     nothing
   */
  List<String> adorned(Set<Character> begin) {
    if (begin.isEmpty() || code.startsWith(Uid.PREFIX)) {
      return List.of();
    }
    return Stream.concat(Stream.of(code), CardKey.of(code).stream())
        .distinct()
        .flatMap(text -> ReadForms.adorned(text).stream())
        .filter(text -> begin.contains(text.charAt(0)))
        .flatMap(text -> CardKey.of(text).stream())
        .map(key -> "key:" + key)
        .toList();
  }

  private static Stream<Phone> phones(String text) {
    return CardNumber.isDigits(text)
        ? Stream.of(Phone.parse(text), Phone.withCountry(text)).flatMap(Optional::stream)
        : ReadForms.phone(text).stream();
  }

  /** Where a stored form, or a text that is read as itself, may be found. */
  private static void add(Set<String> forms, String text) {
    if (text.startsWith(Uid.PREFIX)) {
      forms.add("code:" + text);
      return;
    }
    CardKey.of(text)
        .ifPresent(
            key -> {
              forms.add("key:" + key);
              forms.add("code:" + key);
              forms.add("tapped:" + key);
              if (CardNumber.isDigits(key) && key.length() <= PRINTED) {
                forms.add("printed:" + "0".repeat(PRINTED - key.length()) + key);
              }
            });
  }

  /** How readers write a chip's number. */
  private static List<String> written(String uid) {
    String hex = uid.substring(Uid.PREFIX.length());
    List<String> texts = new ArrayList<>(List.of(hex));
    String decimal = new BigInteger(hex, 16).toString();
    if (Uid.candidates(decimal).contains(uid)) {
      texts.add(decimal);
    }
    return texts;
  }
}
