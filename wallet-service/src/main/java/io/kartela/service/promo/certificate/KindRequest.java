package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.LocalText;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A kind of certificates as the cabinet sends it: fixed values, or any sum between two. */
record KindRequest(
    @Nullable Name name,
    @Nullable Origin origin,
    @Nullable List<@Nullable Long> amounts,
    @Nullable Long least,
    @Nullable Long most,
    @Nullable Integer days) {
  private static final int MOST_VALUES = 20;
  private static final int MOST_DAYS = 3_650;

  /** The other language may be missing: then it is the same. */
  record Name(@Nullable String ru, @Nullable String en) {}

  CertificateKind checked(long id, int revision) {
    Check check = new Check();
    String ru = name == null ? null : name.ru;
    String en = name == null ? null : name.en;
    String first = check.text("name", ru == null ? en : ru, 100);
    String second = check.optional("name.en", en, 100);
    check.require(origin != null, "origin", "REQUIRED", "не заполнено", "is required");
    CertificateKind.Values values = values(check);
    check.require(
        days == null || (days >= 1 && days <= MOST_DAYS),
        "days",
        "OUT_OF_RANGE",
        "от 1 до " + MOST_DAYS,
        "1 to " + MOST_DAYS);
    check.require(
        days == null || origin != Origin.BOUGHT,
        "days",
        "BOUGHT_NEVER_ENDS",
        "купленный сертификат не сгорает: деньги за него возвращают по требованию",
        "a certificate that was bought never ends: its money is given back on demand");
    check.done();
    return new CertificateKind(
        id,
        new LocalText(first, second == null ? first : second),
        origin == null ? Origin.BOUGHT : origin,
        values,
        days,
        null,
        revision);
  }

  private CertificateKind.Values values(Check check) {
    TreeSet<Long> fixed = new TreeSet<>();
    List<@Nullable Long> given = amounts == null ? List.of() : amounts;
    check.require(
        given.size() <= MOST_VALUES,
        "amounts",
        "TOO_MANY",
        "не больше " + MOST_VALUES,
        "at most " + MOST_VALUES);
    for (Long one : given) {
      if (one != null && one > 0 && one <= CertificateKind.LARGEST) {
        fixed.add(one);
      } else {
        check.add("amounts", "INVALID", "больше нуля", "above zero");
      }
    }
    if (!fixed.isEmpty()) {
      check.require(
          least == null && most == null,
          "amounts",
          "EITHER_OR",
          "либо готовые суммы, либо от и до",
          "either fixed values, or from and to");
      return new CertificateKind.Values(List.copyOf(fixed), null, null);
    }
    check.require(least != null && least > 0, "least", "INVALID", "больше нуля", "above zero");
    check.require(
        most != null && least != null && most >= least && most <= CertificateKind.LARGEST,
        "most",
        "INVALID",
        "не меньше наименьшей суммы",
        "not below the smallest sum");
    return new CertificateKind.Values(List.of(), least, most);
  }
}
