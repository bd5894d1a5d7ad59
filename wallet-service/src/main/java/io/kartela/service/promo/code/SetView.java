package io.kartela.service.promo.code;

import io.kartela.rules.Condition;
import io.kartela.rules.Program;
import io.kartela.service.platform.http.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of promo codes as the cabinet sees it.
 *
 * @param making how many codes are still to be made
 * @param rules what in the program in force asks for it
 */
record SetView(
    String id,
    LocalText name,
    PromoSet.State state,
    String prefix,
    @Nullable Integer symbols,
    long issued,
    long making,
    @Nullable Integer usesPerCode,
    @Nullable Long usesInAll,
    @Nullable Integer usesPerMember,
    List<String> storeIds,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    boolean firstPurchase,
    @Nullable String segmentId,
    boolean giveBack,
    List<RuleName> rules,
    Figures figures,
    int revision,
    String updatedBy,
    Instant updatedAt,
    Instant createdAt) {

  record RuleName(String id, LocalText name) {}

  /**
   * What it brought so far, net of returns.
   *
   * @param used receipts whose code is not given back
   * @param revenue money paid on all receipts with its codes
   */
  record Figures(long used, long revenue, long discount, long granted) {
    static final Figures NONE = new Figures(0, 0, 0, 0);
  }

  static SetView of(PromoSet set, Program program, Figures figures, Instant now) {
    PromoSet.Terms terms = set.terms();
    Long segment = terms.segmentId();
    return new SetView(
        set.key(),
        set.name(),
        set.state(program.zone(), now),
        set.shape().prefix(),
        set.shape().symbols(),
        set.stock().issued(),
        set.stock().wanted() - set.stock().made(),
        terms.usesPerCode(),
        terms.usesInAll(),
        terms.usesPerMember(),
        terms.stores().stream().map(id -> Long.toString(id)).toList(),
        terms.firstDay(),
        terms.lastDay(),
        terms.firstPurchase(),
        segment == null ? null : Long.toString(segment),
        terms.giveBack(),
        rules(set, program),
        figures,
        set.changed().revision(),
        set.changed().by(),
        set.changed().at(),
        set.changed().createdAt());
  }

  static List<RuleName> rules(PromoSet set, Program program) {
    return program.rules().stream()
        .filter(rule -> Condition.codeSets(rule.when()).contains(set.key()))
        .map(rule -> new RuleName(rule.id(), new LocalText(rule.name().ru(), rule.name().en())))
        .toList();
  }
}
