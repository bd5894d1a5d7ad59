package io.kartela.service.shop.staff;

import static io.kartela.service.shop.staff.Role.ACCOUNTANT;
import static io.kartela.service.shop.staff.Role.CASHIER;
import static io.kartela.service.shop.staff.Role.MANAGER;
import static io.kartela.service.shop.staff.Role.MARKETER;
import static io.kartela.service.shop.staff.Role.OWNER;
import static io.kartela.service.shop.staff.Role.SUPPORT;

import io.kartela.service.platform.http.LocalText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done in a shop's cabinet, and who may: the one table. Every route asks it, and pages are
 * told with the session, so that nothing is offered that would be refused.
 */
public enum Action {
  /** One's own session, password and second factor. */
  OWN_ACCESS(Role.values()),
  /** Whether one is written how the week went. */
  OWN_LETTERS(OWNER),
  MEMBERS_READ(Role.values()),
  RECEIPTS_READ(Role.values()),
  /** Others see the end of a number. */
  PHONES_READ(OWNER, MANAGER, MARKETER, SUPPORT, ACCOUNTANT),
  /** The address of a member's card, which shows its code: with it one could pay by the card. */
  CARD_LINKS(OWNER),
  MEMBERS_CHANGE(OWNER, MANAGER, MARKETER, SUPPORT),
  MEMBERS_EXPORT(OWNER, MARKETER, ACCOUNTANT),
  /** The same for many at once; each act as for one member, too. */
  MEMBERS_BULK(OWNER, MARKETER),
  /** Members and goods from files; bonuses they bring along are credits by hand. */
  IMPORTS(OWNER, MARKETER),
  MEMBERS_MERGE(OWNER),
  PERSONAL_DATA(OWNER),
  CONSENTS_WITHDRAW(OWNER, MANAGER, MARKETER, SUPPORT, CASHIER),
  CARDS_ATTACH(OWNER, MANAGER, MARKETER, SUPPORT, CASHIER),
  CARDS_CHANGE(OWNER, MANAGER, MARKETER, SUPPORT),
  CARD_BATCHES(OWNER, MARKETER),
  SCANS_READ(OWNER, MANAGER, MARKETER, SUPPORT),
  /** A credit or a debit by hand; of support no more a day than the owner allows. */
  BALANCE_ADJUST(OWNER, MANAGER, SUPPORT),
  /** Taking back a credit, and moving bonuses to another member. */
  BALANCE_CORRECT(OWNER, MANAGER),
  SEGMENTS(OWNER, MARKETER),
  CAMPAIGNS(OWNER, MARKETER),
  /** Of a manager's own stores; the same below. */
  REVIEWS_READ(OWNER, MANAGER, MARKETER, SUPPORT),
  /** Taking one on, answering, taking its words away. */
  REVIEWS_WORK(OWNER, MANAGER, SUPPORT),
  /** Whether and how members are asked. */
  REVIEWS_SET(OWNER),
  /** Changing shared views of lists that somebody else made. */
  VIEWS_OF_OTHERS(OWNER, MANAGER),
  REPORTS(OWNER, MARKETER, ACCOUNTANT),
  /** What was sold, by any period; of a manager, in his own stores. */
  FIGURES(OWNER, MANAGER, MARKETER, ACCOUNTANT),
  /** Who may be misusing invitations: reasons about people, also of the staff. */
  FRIENDS_FLAGS(OWNER),
  AUDIT(OWNER, ACCOUNTANT),
  PROGRAM_READ(OWNER, MARKETER, CASHIER),
  /** Drafts, versions, what-if: all but changing the program. */
  PROGRAM_STUDY(OWNER, MARKETER),
  PROGRAM_CHANGE(OWNER),
  PROMO_CODES_READ(OWNER, MARKETER, ACCOUNTANT),
  /** Also the codes themselves, which are worth money. */
  PROMO_CODES_CHANGE(OWNER, MARKETER),
  CERTIFICATES_READ(OWNER, MANAGER, ACCOUNTANT),
  /** Also their codes, which are worth money. */
  CERTIFICATES_CHANGE(OWNER, MANAGER),
  CERTIFICATE_KINDS_CHANGE(OWNER),
  GOODS_READ(OWNER, MANAGER, MARKETER, CASHIER),
  GOODS_CHANGE(OWNER, MARKETER),
  DESIGN_READ(OWNER, MARKETER),
  DESIGN_CHANGE(OWNER),
  STORES_READ(OWNER, MANAGER, MARKETER, CASHIER),
  /** Details of a store; here and below a manager's own stores only. */
  STORES_CHANGE(OWNER, MANAGER),
  REGISTERS(OWNER, MANAGER),
  CASHIERS(OWNER, MANAGER),
  STORES_OPEN(OWNER),
  TILL_RULES(OWNER),
  /** Certificates and keys of vendors and of contactless readers. */
  VENDOR_KEYS(OWNER),
  SHOP(OWNER),
  STAFF(OWNER);

  @SuppressWarnings("ImmutableEnumChecker") // nobody else has it
  private final Set<Role> roles;

  Action(Role... roles) {
    this.roles = EnumSet.copyOf(List.of(roles));
  }

  boolean allowed(Role role) {
    return roles.contains(role);
  }

  static List<Action> of(Role role) {
    return Stream.of(values()).filter(action -> action.allowed(role)).toList();
  }

  /** The roles that may, as people call them. */
  LocalText who() {
    return new LocalText(names(LocalText::ru), names(LocalText::en));
  }

  private String names(Function<LocalText, String> language) {
    return roles.stream().map(Role::title).map(language).collect(Collectors.joining(", "));
  }
}
