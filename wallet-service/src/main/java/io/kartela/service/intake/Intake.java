package io.kartela.service.intake;

import io.kartela.service.account.Amounts;
import io.kartela.service.account.OpeningCredits;
import io.kartela.service.member.profile.Newcomers;
import io.kartela.service.member.profile.Newcomers.Known;
import io.kartela.service.member.profile.Newcomers.Newcomer;
import io.kartela.service.member.profile.Newcomers.Said;
import io.kartela.service.member.tag.MemberTags;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.imports.Verdict;
import io.kartela.service.till.plastic.PlasticIntake;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of members: what there is, what each row comes to, and what is to be written.
 * Nothing is written here. Used for one part, by one thread.
 */
final class Intake {
  /** What the program calls its tiers. */
  interface Tiers {
    /** Its id; null: there is none of that name. */
    @Nullable String named(String name);

    /** What a tier is called; one that the program no longer has, by its id. */
    LocalText name(String id);

    String lowest();
  }

  private final Connection c;
  private final long merchantId;
  private final PlasticIntake plastic;
  private final Tiers tiers;
  private final LongSupplier ids;
  private final Map<String, Known> byPhone;
  private final Map<Long, Known> byCard;
  private final PlasticIntake.Around around;
  private final Map<Long, Long> openings;
  private final Map<Long, List<String>> tagged;
  private final List<String> shopTags;

  final List<Newcomer> newcomers = new ArrayList<>();
  final Map<Long, Said> missing = new LinkedHashMap<>();
  final List<PlasticIntake.Given> given = new ArrayList<>();
  final Map<Long, List<String>> tags = new LinkedHashMap<>();
  final Map<Long, Long> credits = new LinkedHashMap<>();

  /** Of members who were here before, whose cards show something else now. */
  final Set<Long> changed = new TreeSet<>();

  /** What an intake asks. */
  record Sources(
      Newcomers people,
      PlasticIntake plastic,
      OpeningCredits credits,
      Tiers tiers,
      LongSupplier ids) {}

  Intake(Connection c, long merchantId, List<MemberRow> rows, Sources sources) throws SQLException {
    this.c = c;
    this.merchantId = merchantId;
    this.plastic = sources.plastic;
    this.tiers = sources.tiers;
    this.ids = sources.ids;
    List<String> phones =
        rows.stream().map(MemberRow::phone).filter(phone -> !phone.isEmpty()).toList();
    List<String> cards = rows.stream().flatMap(row -> row.cards().stream()).toList();
    this.byPhone = sources.people.byPhones(c, merchantId, phones);
    this.around = plastic.around(c, merchantId, cards);
    Set<Long> holders = new HashSet<>();
    cards.forEach(card -> holders.add(around.holder(card)));
    holders.remove(0L);
    this.byCard = holders.isEmpty() ? Map.of() : sources.people.byIds(c, merchantId, holders);
    Set<Long> known = new HashSet<>(byCard.keySet());
    byPhone.values().forEach(one -> known.add(one.id()));
    this.openings = known.isEmpty() ? Map.of() : sources.credits.of(c, merchantId, known);
    boolean anyTags = rows.stream().anyMatch(row -> !row.tags().isEmpty());
    this.tagged = anyTags && !known.isEmpty() ? MemberTags.ofMany(c, merchantId, known) : Map.of();
    this.shopTags = anyTags ? new ArrayList<>(MemberTags.ofShop(c, merchantId)) : new ArrayList<>();
  }

  Verdict judge(MemberRow row) throws SQLException {
    String tier = row.tier().isEmpty() ? tiers.lowest() : tiers.named(row.tier());
    if (tier == null) {
      return Verdict.wrong(
          "в программе нет уровня «" + row.tier() + "»",
          "the program has no tier \"" + row.tier() + "\"");
    }
    Known known = byPhone.get(row.phone());
    for (String card : row.cards()) {
      long holder = around.holder(card);
      if (holder != 0 && known == null && row.phone().isEmpty()) {
        known = byCard.get(holder);
      } else if (holder != 0 && (known == null || known.id() != holder)) {
        return Verdict.wrong(
            "карта " + card + " уже у другого участника",
            "the card " + card + " is another member's");
      }
    }
    if (known == null && row.phone().isEmpty()) {
      return Verdict.wrong(
          "карта никому не выдана, а для нового участника нужен телефон",
          "nobody has this card, and a new member needs a phone");
    }
    return known == null ? join(row, tier) : meet(row, known, tier);
  }

  private Verdict join(MemberRow row, String tier) {
    long id = ids.getAsLong();
    List<String> spelled = spelled(row.tags());
    Verdict refused = refusal(id, row.cards(), row.phone(), spelled);
    if (refused != null) {
      return refused;
    }
    newcomers.add(new Newcomer(id, row.phone(), row.said(), tier));
    put(id, row.cards(), spelled);
    if (row.balance() != null && row.balance() > 0) {
      credits.put(id, row.balance());
    }
    return Verdict.ADDED;
  }

  /** A member who is here already: what was known stays. */
  private Verdict meet(MemberRow row, Known known, String tier) throws SQLException {
    List<String> more =
        row.cards().stream().filter(card -> around.holder(card) != known.id()).toList();
    if (!more.isEmpty() && !plastic.hasRoom(c, merchantId, known.id(), more.size())) {
      return Verdict.wrong("у участника уже слишком много карт", "the member has too many cards");
    }
    List<String> own = tagged.getOrDefault(known.id(), List.of());
    List<String> fresh =
        spelled(row.tags()).stream()
            .filter(tag -> own.stream().noneMatch(tag::equalsIgnoreCase))
            .toList();
    if (own.size() + fresh.size() > MemberTags.MOST) {
      return Verdict.wrong(
          "меток станет больше " + MemberTags.MOST,
          "there would be over " + MemberTags.MOST + " tags");
    }
    Verdict refused = refusal(known.id(), more, "", fresh);
    if (refused != null) {
      return refused;
    }
    Said filled = known.missing(row.said());
    boolean profile =
        !filled.name().isEmpty() || filled.email() != null || filled.birthDate() != null;
    if (profile) {
      missing.merge(known.id(), filled, Said::or);
    }
    put(known.id(), more, fresh);
    Long earlier = openings.get(known.id());
    boolean credit = row.balance() != null && row.balance() > 0 && earlier == null;
    if (credit && row.balance() != null) {
      credits.put(known.id(), row.balance());
    }
    boolean same = !profile && !credit && more.isEmpty() && fresh.isEmpty();
    if (!same) {
      changed.add(known.id());
    }
    LocalText told = otherBalance(row.balance(), earlier);
    if (told == null && !row.tier().isEmpty() && !tier.equals(known.tier())) {
      told = otherTier(known.tier(), tier);
    }
    return (same ? Verdict.SAME : Verdict.CHANGED).but(told);
  }

  /** A tier comes by purchases here: a list does not take it away, nor give it a second time. */
  private LocalText otherTier(String has, String said) {
    LocalText is = tiers.name(has);
    LocalText wanted = tiers.name(said);
    return new LocalText(
        "уровень остался «" + is.ru() + "»; в файле «" + wanted.ru() + "»",
        "the tier stays \"" + is.en() + "\"; the file says \"" + wanted.en() + "\"");
  }

  private static @Nullable LocalText otherBalance(@Nullable Long said, @Nullable Long earlier) {
    if (said == null || earlier == null || said.equals(earlier)) {
      return null;
    }
    String was = Amounts.text(earlier);
    String now = Amounts.text(said);
    return new LocalText(
        "баланс уже перенесён: " + was + "; в файле " + now + " — второй раз не начислено",
        "the balance was brought along already: "
            + was
            + "; the file says "
            + now
            + ", it is not credited again");
  }

  /** Why cards or tags cannot be given; null: they can, and are taken from the others now. */
  private @Nullable Verdict refusal(
      long id, List<String> cards, String newPhone, List<String> spelled) {
    if (shopTags.size() > MemberTags.MOST_OF_SHOP && !spelled.isEmpty()) {
      return Verdict.wrong(
          "разных меток больше " + MemberTags.MOST_OF_SHOP,
          "there are over " + MemberTags.MOST_OF_SHOP + " different tags");
    }
    for (String card : cards) {
      ProblemCode conflict = around.give(card, id, newPhone);
      if (conflict != null) {
        return Verdict.wrong(
            card + ": " + conflict.text(Lang.RU), card + ": " + conflict.text(Lang.EN));
      }
    }
    return null;
  }

  private List<String> spelled(List<String> said) {
    List<String> spelled = new ArrayList<>();
    for (String tag : said) {
      String known = MemberTags.spelled(shopTags, tag);
      if (!shopTags.contains(known)) {
        shopTags.add(known);
      }
      spelled.add(known);
    }
    return spelled;
  }

  private void put(long id, List<String> cards, List<String> spelled) {
    cards.forEach(card -> given.add(new PlasticIntake.Given(id, card)));
    if (!spelled.isEmpty()) {
      tags.computeIfAbsent(id, any -> new ArrayList<>()).addAll(spelled);
    }
  }

  PlasticIntake.Around around() {
    return around;
  }

  /** By which no two rows of a list may be the same. */
  static Map<String, String> keys(MemberRow row) {
    Map<String, String> keys = new HashMap<>();
    if (!row.phone().isEmpty()) {
      keys.put("phone:" + row.phone(), row.phone());
    }
    row.cards().forEach(card -> keys.put("card:" + card, card));
    return keys;
  }
}
