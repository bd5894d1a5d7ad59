package io.kartela.service.platform.http;

/**
 * Every refusal the API can give: a stable code (its name), the HTTP status and the sentence for
 * people in Russian and English. {@code {0}}, {@code {1}} are filled from the problem's arguments.
 * Codes are never renamed.
 */
public enum ProblemCode {
  MALFORMED_JSON(
      400, "Тело запроса не читается как JSON: {0}", "The request body is not valid JSON: {0}"),
  BAD_REQUEST(400, "Запрос составлен неверно", "The request is malformed"),
  INVALID_FIELDS(422, "Проверьте поля: {0}", "Please check the fields: {0}"),
  INVALID_PARAMETER(400, "Неверный параметр «{0}»: {1}", "Invalid parameter \"{0}\": {1}"),
  IDEMPOTENCY_KEY_REQUIRED(
      400,
      "Нужен заголовок Idempotency-Key (от 1 до 100 печатных знаков)",
      "The Idempotency-Key header is required (1 to 100 printable characters)"),
  IDEMPOTENCY_KEY_REUSED(
      409,
      "Этот Idempotency-Key уже использован с другим телом запроса",
      "This Idempotency-Key was already used with another request body"),
  BODY_TOO_LARGE(413, "Тело запроса больше {0} байт", "The request body is larger than {0} bytes"),
  HOOK_REFUSED(403, "Не тот секрет или подпись", "The secret or the signature is not right"),
  NOT_FOUND(404, "Такой страницы нет", "There is nothing at this address"),
  METHOD_NOT_ALLOWED(
      405, "Этот метод здесь не поддерживается", "This method is not supported here"),
  REQUEST_TIMEOUT(408, "Запрос шёл слишком долго", "The request took too long to arrive"),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Тело запроса должно быть JSON в UTF-8 с заголовком Content-Type: application/json",
      "The body must be JSON in UTF-8 with the header Content-Type: application/json"),
  HOST_UNKNOWN(
      421,
      "Этот сервис не отвечает под таким именем (см. http.hosts)",
      "This service does not answer to that name (see http.hosts)"),
  PLACE_CLOSED(
      401,
      "Войдите в личный кабинет по коду из сообщения",
      "Please sign in with a code from a message"),
  UNAUTHENTICATED(401, "Войдите в систему", "Please sign in"),
  REGISTER_KEY_INVALID(
      401, "Ключ кассы неизвестен или отозван", "The register key is unknown or was revoked"),
  METRICS_TOKEN_WRONG(
      401,
      "Показатели открывает токен из настройки metrics.token",
      "The figures are opened by the token of metrics.token"),
  OPERATOR_KEY_INVALID(401, "Ключ оператора неверен", "The operator's key is missing or wrong"),
  INVITATION_INVALID(
      410,
      "Приглашение использовано или устарело, попросите новое",
      "The invitation was used or has ended, please ask for a new one"),
  STAFF_NOT_FOUND(404, "Сотрудник не найден", "The colleague was not found"),
  OWNER_NOT_FOUND(
      404, "Владелец с этой почтой здесь не найден", "There is no owner with this e-mail here"),
  STAFF_EXISTS(
      409, "Сотрудник с этой почтой уже есть", "There is a colleague with this e-mail already"),
  STAFF_SELF(
      409,
      "Себе роль и доступ не меняют: это сделает другой владелец",
      "Nobody changes their own role or access: another owner does"),
  STAFF_ENDED(
      409, "Доступ этого сотрудника закрыт", "The access of this colleague has ended already"),
  TOO_MANY_STAFF(409, "Сотрудников уже {0}", "There are {0} colleagues already"),
  ALLOWANCE_SPENT(
      422,
      "За сутки вам остаётся {0}: больше владелец не разрешил",
      "You have {0} left in 24 hours: the owner allows no more"),
  NO_MAIL(
      409,
      "Здесь не настроена почта: новую ссылку даст владелец магазина или оператор",
      "There is no mail here: the owner of the shop or the operator gives a new link"),
  SESSION_NOT_FOUND(404, "Такого входа уже нет", "There is no such session any more"),
  PASSWORD_WRONG(422, "Нынешний пароль неверен", "The present password is wrong"),
  SIGN_IN_FAILED(401, "Неверная почта или пароль", "Wrong e-mail or password"),
  SIGN_IN_STEP_OVER(
      401,
      "Время на второй шаг вышло, введите пароль ещё раз",
      "The second step took too long, enter the password again"),
  SECOND_FACTOR_WRONG(
      401,
      "Код не подошёл: он неверный или уже использован",
      "The code is wrong or was used before"),
  PASSKEY_FAILED(
      401,
      "Ключ доступа не подошёл, попробуйте ещё раз или войдите иначе",
      "The passkey did not fit, try again or sign in another way"),
  PASSKEYS_NOT_HERE(
      409,
      "По этому адресу браузеры не разрешают ключи доступа: нужен https и имя, а не IP-адрес",
      "Browsers allow no passkeys at this address: it takes https and a name instead of an IP"
          + " address"),
  PASSKEY_REFUSED(
      422,
      "Ключ доступа не добавлен: ответ устройства не прошёл проверку",
      "The passkey was not added: the device's answer did not stand the check"),
  PASSKEY_NOT_FOUND(404, "Такого ключа доступа нет", "There is no such passkey"),
  PASSKEY_EXISTS(409, "Этот ключ доступа уже добавлен", "This passkey is here already"),
  TOO_MANY_PASSKEYS(409, "Ключей доступа уже {0}", "There are {0} passkeys already"),
  TOTP_CODE_WRONG(
      422,
      "Код не подошёл. Проверьте время на телефоне и введите новый код",
      "The code does not fit. Check the phone's time and enter a new code"),
  TOTP_ALREADY(409, "Код из приложения уже включён", "An app's code is turned on already"),
  TOTP_NOT_BEGUN(409, "Сначала добавьте аккаунт в приложение", "Add the account to an app first"),
  SECOND_FACTOR_NONE(409, "Вход в два шага не включён", "Two-step sign-in is not turned on"),
  SECOND_FACTOR_LAST(
      409,
      "Владелец магазина требует вход в два шага: сначала добавьте другой способ",
      "The owner of the shop demands two-step sign-in: add another way first"),
  SECOND_FACTOR_REQUIRED(
      403,
      "Сначала настройте вход в два шага: этого требует владелец магазина",
      "Set up two-step sign-in first: the owner of the shop demands it"),
  FORBIDDEN(403, "Для этого действия нужна роль: {0}", "This needs the role: {0}"),
  SITE_UNKNOWN(
      403,
      "Этот сайт не указан в настройках магазина",
      "The shop's settings do not name this site"),
  CROSS_ORIGIN(403, "Запрос пришёл с чужой страницы", "The request came from another site's page"),
  TOO_MANY_REQUESTS(
      429,
      "Слишком много запросов, повторите через {0} с",
      "Too many requests, try again in {0} s"),

  CASHIER_NOT_FOUND(404, "Такого кассира здесь нет", "There is no such cashier here"),
  CASHIER_NAME_TAKEN(
      409,
      "Кассир с таким именем в этом магазине уже есть",
      "This store has a cashier of this name already"),
  TOO_MANY_CASHIERS(409, "Кассиров уже {0}", "There are {0} cashiers already"),
  PIN_WRONG(422, "PIN не подошёл, осталось попыток: {0}", "Wrong PIN, tries left: {0}"),
  CASHIER_LOCKED(
      429,
      "Вход закрыт после неверных PIN, откроется через {0} с",
      "Locked after wrong PINs, opens again in {0} s"),
  CASHIER_SESSION_OVER(
      401,
      "Смена кассира закончилась, введите PIN",
      "The cashier's session is over, enter the PIN"),
  CASHIER_REQUIRED(
      401, "Сначала войдите по PIN кассира", "A cashier has to sign in with a PIN first"),

  MERCHANT_NOT_FOUND(404, "Такого магазина нет", "There is no such merchant"),
  SLUG_TAKEN(409, "Адрес «{0}» уже занят", "The address \"{0}\" is taken"),
  SHOP_DISABLED(403, "Магазин отключён оператором", "The shop was switched off by the operator"),
  SHOP_NOT_FOUND(404, "Такого магазина нет", "There is no such shop"),
  INVITE_UNKNOWN(
      404,
      "Такого приглашения нет, но стать участником можно и без него",
      "There is no such invitation, but one can join without it"),
  SIGN_UP_NOT_FOUND(
      404,
      "Регистрация не найдена или устарела, начните заново",
      "The sign-up was not found or is too old, please start again"),
  CODE_WRONG(422, "Код не подошёл, осталось попыток: {0}", "Wrong code, tries left: {0}"),
  SMS_UNAVAILABLE(
      503,
      "Код сейчас не отправить, попробуйте позже",
      "The code cannot be sent now, please try again later"),
  PHONE_UNREACHABLE(
      422,
      "На этот номер сообщения не доходят, укажите другой",
      "Messages do not reach this number, please give another one"),
  CODE_EXPIRED(410, "Код устарел, запросите новый", "The code has expired, ask for a new one"),
  PROOF_MISSING(409, "Телефон ещё не подтверждён", "The phone is not proven yet"),
  PROOF_WAY_UNAVAILABLE(
      409,
      "Так подтвердить телефон сейчас нельзя, выберите другой способ",
      "The phone cannot be proven this way now, please choose another"),
  CALL_AWAITED(
      409,
      "С этого номера уже ждут звонка. Подождите три минуты или выберите другой способ",
      "A call from this number is awaited already. Wait three minutes or choose another way"),
  PHONE_INVALID(422, "Номер телефона не распознан: {0}", "This is not a phone number: {0}"),
  CARD_NOT_FOUND(404, "Карта не найдена", "The card was not found"),
  CARD_BLOCKED(422, "Карта заблокирована", "The card is blocked"),
  CARD_REPLACED(422, "Эта карта заменена новой", "This card was replaced by a new one"),
  CARD_EXPIRED(
      422,
      "Срок карты истёк {0}: её можно продлить или найти участника по телефону",
      "The card expired on {0}: it can be renewed, or the member found by phone"),
  NOTHING_TO_RENEW(
      409,
      "Продлевать нечего: срок карт не считается от выпуска. Общий последний день меняют в макете",
      "There is nothing to renew: cards do not end a period after issue. A last day for all is"
          + " changed in the design"),
  PRODUCT_CODE(422, "Это код товара, а не карты", "This is a product's code, not a card"),
  CODE_UNREADABLE(
      422, "Это не похоже ни на карту, ни на телефон", "This is neither a card nor a phone number"),
  CARD_NOT_GIVEN_OUT(
      422,
      "Эта карта ещё никому не выдана: привяжите её к участнику",
      "This card is not given out yet: attach it to a member"),
  CARD_AMBIGUOUS(
      422,
      "Так читаются карты разных участников: введите номер полностью",
      "Cards of several members read like this: enter the whole number"),
  CHECK_DIGIT_WRONG(
      422,
      "Номер введён с ошибкой: контрольная цифра не сходится",
      "The number is mistyped: its check digit is wrong"),
  PAYMENT_CARD(
      422,
      "Это банковская карта; её данные не сохранены",
      "This is a payment card; nothing of it was kept"),
  PROMO_UNKNOWN(422, "Такого промокода нет", "There is no such promo code"),
  PROMO_MISTYPED(
      422,
      "В промокоде опечатка: последний знак не сходится с остальными. Проверьте и введите ещё раз",
      "The promo code is mistyped: its last symbol does not fit the others. Check it and enter it"
          + " again"),
  PROMO_USED(409, "Этот промокод уже использован", "This promo code has been used already"),
  PROMO_AT_ANOTHER_TILL(
      409,
      "Этот промокод сейчас предъявлен на другой кассе",
      "This promo code is being used at another till right now"),
  PROMO_NOT_YET(422, "Промокод начнёт действовать {0}", "The promo code is good from {0} on"),
  PROMO_OVER(422, "Промокод действовал по {0}", "The promo code was good through {0}"),
  PROMO_STOPPED(422, "Магазин остановил этот промокод", "The shop has stopped this promo code"),
  PROMO_OTHER_STORE(
      422, "Промокод действует в других магазинах", "The promo code is for other stores"),
  PROMO_NEEDS_CARD(
      422,
      "Промокод только для участников: сначала нужна карта",
      "The promo code is for members only: a card is needed first"),
  PROMO_NOT_FOR_YOU(
      422, "Промокод не для этого покупателя", "The promo code is not for this customer"),
  PROMO_FIRST_PURCHASE_ONLY(
      422,
      "Промокод только на первую покупку, а она уже была",
      "The promo code is for a first purchase, and that was made already"),
  PROMO_MEMBER_LIMIT(
      409,
      "Покупатель уже использовал такой промокод",
      "The customer has used such a promo code already"),
  PROMO_ALL_GONE(
      409, "Промокоды этой акции уже закончились", "The promo codes of this offer are used up"),
  PROMO_TWICE(
      422,
      "Два промокода одной акции в чеке не складываются",
      "Two promo codes of one offer do not add up on a receipt"),
  PROMO_NOTHING_FOR_IT(
      422,
      "Промокод действует, но в этом чеке для него ничего нет",
      "The promo code is good, but there is nothing for it on this receipt"),
  PROMO_GUESSING(
      429,
      "Слишком много несуществующих промокодов: касса снова примет их через {0} с",
      "Too many promo codes that do not exist: the till takes them again in {0} s"),
  PROMO_SET_NOT_FOUND(404, "Таких промокодов нет", "There are no such promo codes"),
  PROMO_SET_CHANGED(
      409,
      "Промокоды тем временем изменены: {1}, редакция {0}",
      "The promo codes were changed meanwhile: {1}, revision {0}"),
  PROMO_SET_USED(
      409,
      "Промокоды уже использовали: их можно остановить, но не удалить",
      "The promo codes have been used: they can be stopped, not deleted"),
  PROMO_SET_IN_RULES(
      409,
      "Этих промокодов требует правило программы «{0}»: сначала уберите их оттуда",
      "The rule \"{0}\" of the program asks for these promo codes: take them out of it first"),
  CERTIFICATE_UNKNOWN(
      422, "Такого подарочного сертификата нет", "There is no such gift certificate"),
  CERTIFICATE_MISTYPED(
      422,
      "В номере сертификата опечатка: последний знак не сходится с остальными. Проверьте и введите"
          + " ещё раз",
      "The certificate's code is mistyped: its last symbol does not fit the others. Check it and"
          + " enter it again"),
  CERTIFICATE_REPLACED(
      409,
      "Этот номер больше не действует: сертификат перевыпущен с новым номером",
      "This code is not good any more: the certificate was issued again with a new one"),
  CERTIFICATE_EMPTY(409, "На сертификате ничего не осталось", "Nothing is left on the certificate"),
  CERTIFICATE_ENDED(
      409, "Срок подаренного сертификата закончился", "The certificate that was given has ended"),
  CERTIFICATE_BLOCKED(409, "Сертификат заблокирован", "The certificate is blocked"),
  CERTIFICATE_TWICE(
      422, "Этот сертификат в чеке уже есть", "This certificate is on the receipt already"),
  CERTIFICATE_OTHERWISE(
      409,
      "Сертификатом можно оплатить {0}: пересчитайте чек",
      "The certificate can pay {0}: count the receipt again"),
  CERTIFICATE_GUESSING(
      429,
      "Слишком много несуществующих номеров: касса снова примет их через {0} с",
      "Too many codes that do not exist: the till takes them again in {0} s"),
  CERTIFICATE_NOT_FOUND(404, "Такого сертификата нет", "There is no such certificate"),
  CERTIFICATE_GIFT_NOT_PAID_OUT(
      409,
      "Деньги возвращают только за купленный сертификат, а этот подарен",
      "Money is given back for a certificate that was bought; this one was given"),
  CERTIFICATE_GIFT_NOT_SOLD(
      409,
      "Подарочные сертификаты этого вида касса не продаёт: их дарят из кабинета",
      "A till does not sell certificates of this kind: they are given from the cabinet"),
  CERTIFICATE_VALUE(
      422,
      "Сертификат этого вида на {0} не выпускают",
      "There is no certificate of this kind for {0}"),
  CERTIFICATE_TOO_LARGE(
      422, "На сертификате может быть не больше {0}", "A certificate holds {0} at most"),
  CERTIFICATE_KIND_NOT_FOUND(
      404, "Такого вида сертификатов нет", "There is no such kind of certificates"),
  CERTIFICATE_KIND_STOPPED(
      409,
      "Сертификаты этого вида больше не выпускают",
      "Certificates of this kind are not issued any more"),
  CERTIFICATE_KIND_CHANGED(
      409,
      "Вид сертификатов тем временем изменён, редакция {0}",
      "The kind of certificates was changed meanwhile, revision {0}"),
  TOO_MANY_CERTIFICATE_KINDS(
      409, "Видов сертификатов уже {0}", "There are {0} kinds of certificates"),
  NO_CODES_TO_PRINT(409, "Здесь больше нечего печатать", "There is nothing more to print here"),
  TOO_MANY_PROMO_SETS(409, "Наборов промокодов уже {0}", "There are {0} sets of promo codes"),
  GIFT_CODE(
      422,
      "Это подарочный сертификат, а не карта участника; сертификаты здесь пока не принимаются",
      "This is a gift certificate, not a member's card; certificates are not taken here yet"),
  NFC_UNREADABLE(
      422, "Телефон передал непонятные данные: {0}", "The phone's data make no sense: {0}"),
  NFC_KEY_UNKNOWN(
      422,
      "Карта в телефоне зашифрована неизвестным ключом NFC",
      "The phone's card is encrypted to an unknown NFC key"),
  NFC_NOT_GENUINE(
      422,
      "Данные с телефона не подлинные или от карты другого вида",
      "The phone's data are not genuine or of another kind of card"),
  NFC_STALE(
      422,
      "Считано слишком давно или часы расходятся; приложите телефон ещё раз",
      "Read too long ago, or the clocks differ; please hold the phone to the reader again"),
  READ_REPLAYED(
      422,
      "Это считывание уже использовано; считайте карту ещё раз",
      "This read was used already; please read the card again"),
  ROTATING_WRONG(
      422,
      "Меняющийся код не подошёл; обновите карту на экране",
      "The rotating code is wrong; please refresh the card on the screen"),
  NFC_KEY_NOT_FOUND(404, "Ключ NFC не найден", "The NFC key was not found"),
  TOO_MANY_NFC_KEYS(
      409,
      "Действующих ключей NFC уже {0}: выведите ненужные",
      "There are {0} NFC keys in use already: retire some"),
  CARD_TAKEN(
      409,
      "Такой номер уже есть: карта выдана или лежит в запасе",
      "This number exists already: the card is given out or in stock"),
  CARD_LIKE_PHONE(
      409,
      "Этот номер на кассе приняли бы за телефон: такую карту не выдать",
      "A till would take this number for a phone: such a card cannot be given out"),
  TOO_MANY_CARDS(
      409, "У участника уже {0} карт: отвяжите лишние", "The member has {0} cards: detach some"),
  WALLET_CARD(
      422,
      "Карту в телефоне не отвязывают и не блокируют: её перевыпускают",
      "A wallet card is neither detached nor blocked: it is re-issued"),
  BATCH_NOT_FOUND(404, "Партия карт не найдена", "The batch of cards was not found"),
  SPENDING_NEEDS_CODE(
      422,
      "Карта не прочитана или ещё не подтверждена: для оплаты бонусами нужен код из сообщения",
      "No confirmed card was read: paying with bonuses needs the code from a message"),
  SPENDING_NEEDS_CARD(
      422,
      "Для оплаты бонусами нужна карта: считайте её на этой кассе прямо перед оплатой",
      "Paying with bonuses needs the card: read it at this till just before the payment"),
  SPEND_CODE_NOT_FOUND(404, "Сначала отправьте код участнику", "Send a code to the member first"),
  MEMBER_SEARCH_OFF(
      403,
      "Искать покупателя по имени и концу телефона магазин не разрешил: нужна карта или весь номер",
      "The shop does not allow searching by name and the end of a phone: it takes the card or the"
          + " whole number"),
  MEMBER_SEARCH_LIMIT(
      429,
      "Покупателей искали слишком часто: следующий поиск через {0} с, а карта и весь номер"
          + " телефона работают",
      "Customers were searched for too often: the next search in {0} s; cards and whole phone"
          + " numbers work"),
  MEMBER_SEARCH_OVER(404, "Найдите покупателя ещё раз", "Please search for the customer once more"),
  PAID_OTHERWISE(
      422,
      "По программе к оплате {0}, касса взяла другую сумму",
      "By the program {0} was to be paid, the register took another amount"),
  OFFLINE_TOO_OLD(
      422,
      "Это было больше {0} дней назад: так поздно уже не принимается",
      "This was more than {0} days ago: so late it is not taken any more"),
  MEMBER_NOT_FOUND(404, "Участник не найден", "The member was not found"),
  MEMBER_EXISTS(
      409, "Участник с таким телефоном уже есть", "A member with this phone exists already"),
  MEMBER_CHANGED(
      409,
      "Данные участника тем временем изменил кто-то другой. Откройте их заново",
      "Somebody else changed the member's data meanwhile. Please open them again"),
  TOO_MANY_TAGS(
      422, "Меток больше {0}: уберите ненужные", "There are more than {0} tags: remove some"),
  SAME_MEMBER(422, "Это один и тот же участник", "This is one and the same member"),
  OPEN_HOLDS(
      409,
      "На карте есть резервы: дождитесь их или снимите",
      "There are holds on the card: wait for them or release them"),

  GRANT_NOT_FOUND(
      404,
      "Такого начисления нет, или его сделали не вручную",
      "There is no such credit, or it was not made by hand"),
  NOTHING_TO_VOID(
      409,
      "От этого начисления ничего не осталось: бонусы потрачены, зарезервированы или сгорели",
      "Nothing of this credit is left: it is spent, on hold or expired"),
  RECEIPT_NOT_FOUND(404, "Чек не найден", "The receipt was not found"),
  LATE_CARD_OFF(
      403,
      "Записывать чек на карту после покупки магазин не разрешил",
      "The shop does not allow giving a receipt to a card after the purchase"),
  NAME_NOT_PRINTABLE(
      422,
      "В названии магазина есть буквы, которых нет в шрифте для печати: {0}",
      "The shop's name has letters that the font for printing lacks: {0}"),
  LATE_CARD_LIMIT(
      422,
      "Сегодня на карты уже записано чеков: {0}. Больше за день магазин не разрешил",
      "{0} receipts were given to cards today: the shop allows no more in a day"),
  CARD_UNCONFIRMED(
      422,
      "Карту оформили на кассе без кода: пока её владелец не подтвердит телефон, чек на неё не"
          + " записать",
      "The card was made at a till without a code: until its owner confirms the phone, no receipt"
          + " can be given to it"),
  CARD_NOT_SHOWN(
      422,
      "Считайте карту покупателя на этой кассе; если искали по телефону или имени — введите код"
          + " из сообщения",
      "Read the customer's card at this till; after a search by phone or name, enter the code"
          + " from the message"),
  RECEIPT_HAS_MEMBER(
      409, "Этот чек уже записан на карту", "This receipt belongs to a card already"),
  RECEIPT_DAY_OVER(
      422,
      "Записать чек на карту можно только в день покупки",
      "A receipt can be given to a card only on the day of the purchase"),
  RECEIPT_RETURNED(
      422,
      "По этому чеку был возврат: на карту его не записать",
      "There was a return of this receipt: it cannot be given to a card"),
  RECEIPT_REFUSED(422, "Чек нельзя провести: {0}", "The receipt cannot be judged: {0}"),
  SPEND_TOO_MUCH(
      422, "Бонусами можно оплатить не больше {0}", "At most {0} can be paid with bonuses"),
  INSUFFICIENT_BONUSES(
      422, "Не хватает бонусов: доступно {0}", "Not enough bonuses: {0} available"),
  RETURN_REFUSED(422, "Возврат невозможен: {0}", "This cannot be returned: {0}"),
  HOLD_NOT_FOUND(404, "Резерв не найден или истёк", "The hold was not found or has expired"),
  AMOUNT_TOO_LARGE(422, "Сумма слишком велика", "The amount is too large"),
  AMOUNT_INVALID(
      422,
      "Чек ничего не списывает из резерва: укажите spend или отпустите резерв",
      "The receipt spends nothing of its hold: send spend, or release the hold"),

  CAMPAIGN_NOT_FOUND(404, "Рассылка не найдена", "The campaign was not found"),
  CAMPAIGN_STATE(409, "Рассылка уже {0}", "The campaign is already {0}"),
  CAMPAIGN_DRAFT_NOT_FOUND(
      404,
      "Такого черновика нет: его удалили или рассылка уже началась",
      "There is no such draft: it was deleted, or the campaign has begun"),
  CAMPAIGN_DRAFT_CHANGED(
      409,
      "Черновик тем временем изменён: редакция {0}, автор {1}",
      "The draft was changed meanwhile: revision {0} by {1}"),
  CAMPAIGN_DRAFT_PLANNED(
      409,
      "Рассылка запланирована: сначала отмените план",
      "The campaign is planned: call it off first"),
  TOO_MANY_CAMPAIGN_DRAFTS(
      409,
      "Черновиков и планов не больше {0}: удалите лишние",
      "There are at most {0} drafts and plans: delete those you do not need"),
  BULK_JOB_NOT_FOUND(404, "Такого задания нет", "There is no such job"),
  BULK_JOB_STATE(
      409,
      "Отменить можно только завершённое и ещё не отменённое задание",
      "Only a job that is finished and not undone yet can be undone"),
  NOBODY_CHOSEN(422, "Никто не выбран", "Nobody is chosen"),
  CONDITION_INVALID(422, "Условие содержит ошибки", "The condition has mistakes"),
  VIEW_NOT_FOUND(404, "Вид списка не найден", "The view was not found"),
  VIEW_CHANGED(
      409,
      "Этот вид уже изменил кто-то другой: откройте список видов заново",
      "Somebody else changed this view meanwhile: open the list of views again"),
  TOO_MANY_VIEWS(
      409,
      "Больше видов этого списка не сохранить, их уже {0}: удалите ненужный",
      "This list has {0} views already: delete one that is not needed"),
  CHANNEL_NOT_FOUND(404, "Этот канал не подключён", "This channel is not set up"),
  SEGMENT_NOT_FOUND(404, "Сегмент не найден", "The segment was not found"),
  SEGMENT_CHANGED(
      409,
      "Сегмент тем временем изменён: редакция {0}, автор {1}. Откройте его заново",
      "The segment was changed meanwhile: revision {0} by {1}. Please open it again"),
  SEGMENT_OF_AUTOMATION(
      409,
      "Этот сегмент нужен автоматическому сообщению или запланированной рассылке: сначала выберите"
          + " там другой",
      "An automation or a planned campaign is for this segment: choose another one there first"),
  REVIEW_NOT_FOUND(404, "Отзыв не найден", "The review was not found"),
  REVIEW_CLOSED(
      410,
      "Оценить эту покупку уже нельзя: прошло слишком много времени",
      "This purchase can no longer be rated: too much time has passed"),
  REVIEW_FULL(
      409,
      "Отзыв не длиннее {0} знаков: больше к нему не добавить",
      "A review has at most {0} characters: no more can be added"),
  REVIEW_SETTINGS_CHANGED(
      409,
      "Настройки отзывов тем временем изменены: редакция {0}, автор {1}. Откройте их заново",
      "The settings of reviews were changed meanwhile: revision {0} by {1}. Please open them"
          + " again"),
  REVIEWER_UNREACHABLE(
      409,
      "Этому покупателю не написать: у него нет карты в телефоне и других каналов",
      "This customer cannot be written to: no card on a phone and no other channel"),
  AUTOMATION_NOT_FOUND(404, "Автоматическое сообщение не найдено", "The automation was not found"),
  AUTOMATION_CHANGED(
      409,
      "Автоматическое сообщение тем временем изменено: редакция {0}, автор {1}. Откройте его"
          + " заново",
      "The automation was changed meanwhile: revision {0} by {1}. Please open it again"),
  TOO_MANY_AUTOMATIONS(
      409,
      "Автоматических сообщений не больше {0}: удалите лишние",
      "There are at most {0} automations: delete those you do not need"),
  SEGMENT_IN_USE(
      409,
      "По этому сегменту идёт рассылка: дождитесь её конца или отмените её",
      "A campaign to this segment is running: wait for its end or cancel it"),
  TOO_MANY_SEGMENTS(
      409, "Сегментов уже {0}: удалите ненужные", "There are {0} segments already: delete some"),
  TOO_MANY_GOODS(
      422, "Товаров больше {0}, новые не принимаются", "There are more than {0} goods already"),
  GOODS_NOT_FOUND(404, "Товар не найден", "The goods were not found"),
  GOODS_CODE_TAKEN(
      409, "Код {0} уже есть у товара «{1}»", "The code {0} belongs to \"{1}\" already"),
  CATEGORY_NOT_FOUND(404, "Категория не найдена", "The category was not found"),
  CATEGORY_EXISTS(
      409, "Категория «{0}» здесь уже есть", "There is a category \"{0}\" here already"),
  CATEGORY_IN_ITSELF(
      409,
      "Категорию нельзя перенести в неё саму или в её подкатегорию",
      "A category cannot be moved into itself or under itself"),
  CATEGORY_TOO_DEEP(
      409, "Категории вложены глубже {0} уровней", "Categories are nested deeper than {0} levels"),
  CATEGORY_NOT_EMPTY(
      409,
      "В категории есть товары ({0}) или подкатегории: укажите, куда их перенести",
      "The category has goods ({0}) or categories under it: say where they go"),
  IMPORT_NOT_FOUND(404, "Импорт не найден", "The import was not found"),
  IMPORT_UNREADABLE(
      422,
      "Это не таблица CSV, Excel (.xlsx) или YML, или файл повреждён, пуст или слишком велик",
      "This is no CSV, Excel (.xlsx) or YML table, or the file is damaged, empty or too large"),
  IMPORT_TOO_LONG(422, "В таблице больше {0} строк", "The table has more than {0} rows"),
  IMPORT_STATE(
      409,
      "Сейчас с этим импортом так поступить нельзя. Обновите страницу",
      "This cannot be done with the import now. Please reload the page"),
  IMPORT_BUSY(
      409,
      "Идёт другой импорт: дождитесь его или остановите",
      "Another import is running: wait for it or stop it"),
  TOO_MANY_CATEGORIES(409, "Категорий уже {0}", "There are {0} categories already"),
  STORE_NOT_FOUND(404, "Магазин не найден", "The store was not found"),
  STORE_CLOSED(409, "Этот магазин закрыт", "This store is closed"),
  STORE_HAS_REGISTERS(
      409,
      "В магазине работают кассы: {0}. Закройте их или подтвердите, что они закроются вместе с ним",
      "The store has registers at work: {0}. Close them first, or confirm that they close with it"),
  TOO_MANY_STORES(409, "Магазинов уже {0}", "There are {0} stores already"),
  REGISTER_NOT_FOUND(404, "Касса не найдена", "The register was not found"),
  PROGRAM_INVALID(422, "Программа содержит ошибки", "The program has mistakes"),
  PROGRAM_NOT_FOUND(404, "Версия программы не найдена", "The program version was not found"),
  DRAFT_NOT_FOUND(404, "Черновик программы не найден", "The program draft was not found"),
  DRAFT_CHANGED(
      409,
      "Черновик тем временем изменён: редакция {0}, автор {1}. Откройте его заново",
      "The draft was changed meanwhile: revision {0} by {1}. Please open it again"),
  DRAFT_OUTDATED(
      409,
      "Черновик сделан из версии {0}, а действует уже {1}. Сравните их; опубликовать всё равно"
          + " можно с force",
      "The draft was made from version {0}, but version {1} is in force by now. Compare them; force"
          + " publishes anyway"),
  PROGRAM_WAITS(
      409,
      "Одна версия программы уже ждёт своего времени: сначала отмените её или опубликуйте сразу",
      "A version of the program already waits for its time: take it back or publish it at once"
          + " first"),
  PROGRAM_NOT_WAITING(
      404,
      "Ни одна версия программы не ждёт своего времени",
      "No version of the program is waiting"),
  TOO_MANY_DRAFTS(
      409, "Черновиков уже {0}: удалите ненужные", "There are {0} drafts already: delete some"),
  DESIGN_INVALID(422, "Макет карты содержит ошибки", "The card design has mistakes"),
  DESIGN_NOT_FOUND(404, "Версия макета не найдена", "The design version was not found"),
  DESIGN_DRAFT_CHANGED(
      409,
      "Черновик макета тем временем изменён: редакция {0}, автор {1}. Откройте его заново",
      "The design draft was changed meanwhile: revision {0} by {1}. Please open it again"),
  TIER_NOT_FOUND(404, "Такого уровня в программе нет", "The program has no such tier"),
  IMAGE_INVALID(
      422,
      "Это не PNG до 4 миллионов точек и мегабайта",
      "This is not a PNG of up to 4 million pixels and one megabyte"),
  TOO_MANY_IMAGES(409, "Картинок уже {0}", "There are {0} images already"),
  IDENTITY_REFUSED(422, "Ключи и сертификаты не подходят", "The keys and certificates are refused"),
  IDENTITY_NOT_FOUND(404, "Такой записи о ключах нет", "There is no such identity"),
  IDENTITY_STATE(409, "Так нельзя: {0}", "This cannot be done: {0}"),
  WHAT_IF_NOT_FOUND(404, "Прогон «что если» не найден", "The what-if was not found"),
  TOO_MANY_WHAT_IFS(
      409,
      "Прогонов в очереди уже {0}: дождитесь их или отмените",
      "There are {0} what-ifs waiting already: wait for them or cancel some"),

  SIMULATOR_OFF(404, "Симулятор выключен", "The simulator is off"),
  PHONE_NOT_FOUND(404, "Такого телефона в симуляторе нет", "There is no such simulated phone"),
  WALLET_REFUSED(422, "Кошелёк не принял карту: {0}", "The wallet refused the card: {0}"),

  BUSY(
      503,
      "Сервис перегружен, повторите через несколько секунд",
      "The service is busy, try again in a few seconds"),
  SECRET_SEALED(
      503,
      "Ключ не открыть: он запечатан другим мастер-ключом (см. master-key) или повреждён",
      "A key cannot be opened: it is sealed under another master key (see master-key) or damaged"),
  STORAGE_FULL(
      503,
      "На диске базы данных нет места, запись невозможна",
      "The database's disk is full, nothing can be written"),
  INTERNAL(
      500,
      "Внутренняя ошибка; сообщите номер запроса",
      "Internal error; please quote the request id");

  private final int status;
  private final String ru;
  private final String en;

  ProblemCode(int status, String ru, String en) {
    this.status = status;
    this.ru = ru;
    this.en = en;
  }

  /** The HTTP status of this refusal. */
  public int status() {
    return status;
  }

  /** The sentence for people, in whose language a {@link LocalText} speaks, too. */
  public String text(Lang lang, Object... args) {
    String text = lang == Lang.RU ? ru : en;
    for (int i = 0; i < args.length; i++) {
      String arg = args[i] instanceof LocalText local ? local.in(lang) : String.valueOf(args[i]);
      text = text.replace("{" + i + "}", arg);
    }
    return text;
  }
}
