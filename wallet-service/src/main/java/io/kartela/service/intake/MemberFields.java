package io.kartela.service.intake;

import io.kartela.service.shop.imports.ImportField;
import java.util.List;

/** What a list of members may hold, and as what other systems head it. */
final class MemberFields {
  static final List<ImportField> ALL =
      List.of(
          ImportField.one(
              "phone",
              "Телефон",
              "Phone",
              "телефон",
              "номер телефона",
              "мобильный",
              "моб тел",
              "тел",
              "phone",
              "mobile",
              "cell",
              "msisdn"),
          ImportField.many(
              "name",
              "Имя",
              "Name",
              "имя",
              "фамилия",
              "отчество",
              "фио",
              "клиент",
              "участник",
              "имя клиента",
              "покупатель",
              "name",
              "full name",
              "first name",
              "last name",
              "customer"),
          ImportField.one(
              "email", "Почта", "E-mail", "почта", "эл почта", "email", "e mail", "mail"),
          ImportField.one(
              "birthday",
              "Дата рождения",
              "Date of birth",
              "дата рождения",
              "день рождения",
              "рождения",
              "др",
              "birthday",
              "birth date",
              "date of birth",
              "dob"),
          ImportField.many(
              "card",
              "Номер карты",
              "Card number",
              "номер карты",
              "карта",
              "код карты",
              "штрихкод",
              "штрихкод карты",
              "дисконтная карта",
              "card",
              "card number",
              "card code",
              "barcode"),
          ImportField.one(
                  "balance",
                  "Баланс бонусов",
                  "Bonus balance",
                  "баланс",
                  "бонусы",
                  "бонусный баланс",
                  "баланс бонусов",
                  "остаток",
                  "баллы",
                  "кол во бонусов",
                  "сумма бонусов",
                  "balance",
                  "bonuses",
                  "bonus",
                  "points")
              .forOwners(),
          ImportField.one(
              "tier",
              "Уровень",
              "Tier",
              "уровень",
              "статус",
              "группа",
              "категория клиента",
              "tier",
              "level",
              "grade",
              "group"),
          ImportField.many(
              "tags", "Метки", "Tags", "метки", "метка", "теги", "тег", "сегмент", "tags", "tag",
              "labels"));

  private MemberFields() {}
}
