package io.kartela.service.program.whatif;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Explain;
import io.kartela.rules.Facts;
import io.kartela.rules.Program;
import io.kartela.rules.Quotes;
import io.kartela.rules.Receipt;
import io.kartela.rules.Rule;
import io.kartela.rules.Tier;
import io.kartela.rules.Trace;
import io.kartela.service.platform.http.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Explains a receipt that changes: what is another with the member, and rule by rule. */
final class Why {
  private final ReplayPlan plan;
  private final Explain russian;
  private final Explain english;

  Why(ReplayPlan plan) {
    this.plan = plan;
    this.russian = new Explain(plan.program, "ru");
    this.english = new Explain(plan.program, "en");
  }

  WhatIfResult.Top explain(TopChanges.Entry e) {
    StoredReceipt s = e.stored();
    Evaluation draft = e.draft();
    Facts.Member was = s.facts().member();
    Facts.Member is = e.facts().member();
    var change = draft.tierAfter();
    List<WhatIfResult.Why> why = new ArrayList<>();
    if (was != null && is != null) {
      member(e, was, is, why);
    }
    byte[] document = Objects.requireNonNull(e.row().document());
    Optional<Receipt> whole = StoredReader.whole(document);
    whole.ifPresent(r -> rules(e, r.evaluation(), why));
    return new WhatIfResult.Top(
        Long.toString(e.row().id()),
        e.row().memberId() == 0 ? null : Long.toString(e.row().memberId()),
        s.at(),
        new WhatIfResult.Sold(s.gross(), whole.map(Why::lines).orElse(List.of())),
        new WhatIfResult.Side(
            s.discount(),
            s.money(),
            s.spent(),
            s.earned() + s.granted(),
            s.tier(),
            s.tierTo(),
            was == null ? null : was.available()),
        new WhatIfResult.Side(
            draft.discount(),
            draft.money(),
            draft.bonusPaid(),
            draft.earned() + draft.granted(),
            draft.tier(),
            change == null ? null : change.to(),
            is == null ? null : is.available()),
        why);
  }

  private void member(
      TopChanges.Entry e, Facts.Member was, Facts.Member is, List<WhatIfResult.Why> why) {
    if (!Objects.equals(was.tier(), is.tier())) {
      Program then = plan.version(e.row().programNumber()).published().program();
      why.add(
          reason(
              "Уровень до чека: "
                  + tier(plan.program, is.tier(), true)
                  + " вместо: "
                  + tier(then, was.tier(), true),
              "Tier before the receipt: "
                  + tier(plan.program, is.tier(), false)
                  + " instead of "
                  + tier(then, was.tier(), false)));
    }
    if (was.available() != is.available() && e.stored().spent() > 0) {
      why.add(
          reason(
              "Было бы доступно бонусов: "
                  + money(is.available(), true)
                  + " вместо "
                  + money(was.available(), true),
              "Bonuses that would be available: "
                  + money(is.available(), false)
                  + " instead of "
                  + money(was.available(), false)));
    }
    if (e.stored().spent() != e.draft().bonusPaid()) {
      String ru = paymentSentence(russian, e.draft());
      String en = paymentSentence(english, e.draft());
      why.add(
          reason(
              ru.isEmpty() ? "Бонусами не оплачено ничего" : ru,
              en.isEmpty() ? "Nothing is paid with bonuses" : en));
    }
  }

  /** The explanation's own sentence about the payment: the one without a rule that names it. */
  private static String paymentSentence(Explain explain, Evaluation e) {
    for (Explain.Sentence s : explain.sentences(e, Explain.Reader.MEMBER)) {
      if (s.rule() == null) {
        return s.text();
      }
    }
    return "";
  }

  private static WhatIfResult.Why reason(String ru, String en) {
    return new WhatIfResult.Why(null, null, null, null, new LocalText(ru, en));
  }

  private static List<WhatIfResult.SoldLine> lines(Receipt receipt) {
    return receipt.basket().lines().stream()
        .map(
            l ->
                new WhatIfResult.SoldLine(
                    l.sku(),
                    l.categories().stream().sorted().toList(),
                    l.quantityMilli(),
                    l.total()))
        .toList();
  }

  private void rules(TopChanges.Entry e, Evaluation was, List<WhatIfResult.Why> why) {
    Map<String, Long> before = given(was);
    Map<String, Long> after = given(e.draft());
    Set<String> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    List<Explain.Sentence> ru = russian.sentences(e.draft(), Explain.Reader.CASHIER);
    List<Explain.Sentence> en = english.sentences(e.draft(), Explain.Reader.CASHIER);
    Program then = plan.version(e.row().programNumber()).published().program();
    List<Explain.Sentence> ruThen = new Explain(then, "ru").sentences(was, Explain.Reader.CASHIER);
    List<Explain.Sentence> enThen = new Explain(then, "en").sentences(was, Explain.Reader.CASHIER);
    for (String rule : all) {
      long had = before.getOrDefault(rule, 0L);
      long has = after.getOrDefault(rule, 0L);
      if (had != has) {
        why.add(
            new WhatIfResult.Why(
                rule,
                had,
                has,
                sentence(ruThen, rule)
                    .map(text -> new LocalText(text, sentence(enThen, rule).orElse(text)))
                    .orElse(null),
                new LocalText(
                    sentence(ru, rule).orElseGet(() -> gone(then, rule, true)),
                    sentence(en, rule).orElseGet(() -> gone(then, rule, false)))));
      }
    }
  }

  private static Map<String, Long> given(Evaluation e) {
    Map<String, Long> given = new LinkedHashMap<>();
    for (Trace t : e.trace()) {
      if (t instanceof Trace.Applied a) {
        given.merge(a.rule(), a.amount(), Long::sum);
      }
    }
    return given;
  }

  private static Optional<String> sentence(List<Explain.Sentence> all, String rule) {
    return all.stream().filter(s -> rule.equals(s.rule())).map(Explain.Sentence::text).findFirst();
  }

  private static String gone(Program then, String rule, boolean ru) {
    Rule r = then.rule(rule);
    String name = r == null ? rule : ru ? r.name().ru() : r.name().en();
    return ru
        ? "Правила " + Quotes.ru(name) + " больше нет"
        : "The rule " + Quotes.en(name) + " is gone";
  }

  private static String tier(Program program, @Nullable String id, boolean ru) {
    Tier t = program.tier(id);
    if (t == null) {
      return id == null ? (ru ? "нет" : "none") : id;
    }
    return ru ? t.name().ru() : t.name().en();
  }

  private static String money(long kopecks, boolean ru) {
    String text = java.math.BigDecimal.valueOf(kopecks, 2).toPlainString();
    return ru ? text.replace('.', ',') : text;
  }
}
