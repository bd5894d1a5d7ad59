package io.kartela.service.member.profile;

import static io.kartela.service.platform.http.PagePreview.escaped;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.PagePreview;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.pass.Passes;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The member's pages as messengers and browsers without scripts see them. A card's address is its
 * secret and travels through messengers: what they draw says nothing of the member.
 */
public final class MemberPreviews {
  private final Merchants merchants;
  private final Programs programs;

  public MemberPreviews(Merchants merchants, Programs programs) {
    this.merchants = merchants;
    this.programs = programs;
  }

  /** Of {@code /join/{slug}}; empty when there is no such shop. */
  public Optional<PagePreview> ofJoin(String slug, Lang lang) {
    return shop(merchants.idOf(slug)).map(shop -> join(shop, lang));
  }

  private PagePreview join(Merchant shop, Lang lang) {
    boolean russian = lang == Lang.RU;
    var name = programs.current(shop.id()).program().name();
    String program = russian ? name.ru() : name.en();
    String description = shop.description().in(lang);
    String told =
        russian
            ? "Чтобы вступить на этой странице, нужен JavaScript. Без него карту оформит кассир:"
                + " назовите ему номер телефона."
            : "Joining on this page needs JavaScript. Without it, give the cashier your phone"
                + " number: the card is made at the till.";
    String text = "<h1>" + escaped(program) + "</h1><p>" + escaped(description) + "</p><p>";
    return new PagePreview(
        lang, program + " · " + shop.names().in(lang), description, text + told + "</p>", true);
  }

  /** Of {@code /c/{token}}; empty when the token cannot be one of ours. */
  public Optional<PagePreview> ofCard(String token, Lang lang) {
    return shop(Passes.merchantOf(token)).map(shop -> card(shop, token, lang));
  }

  private static PagePreview card(Merchant shop, String token, Lang lang) {
    boolean russian = lang == Lang.RU;
    String title = (russian ? "Карта · " : "Card · ") + shop.names().in(lang);
    String description =
        russian
            ? "Карта лояльности: откройте на своём телефоне и добавьте в кошелёк"
            : "A loyalty card: open it on your phone and add it to the wallet";
    String told =
        russian
            ? "Баланс и код карты эта страница показывает с JavaScript. Добавить карту в кошелёк"
                + " можно и без него:"
            : "This page shows balance and code with JavaScript. The card can be added to a wallet"
                + " without it:";
    String links =
        "<a href=\"/c/%1$s.pkpass\">Apple Wallet</a><a href=\"/c/%1$s/google\">Google Wallet</a>"
            .formatted(escaped(token));
    String text = "<h1>" + escaped(shop.names().in(lang)) + "</h1><p>" + told + "</p>" + links;
    return new PagePreview(lang, title, description, text, false);
  }

  private Optional<Merchant> shop(OptionalLong id) {
    try {
      return id.isPresent() ? Optional.of(merchants.get(id.getAsLong())) : Optional.empty();
    } catch (Problem e) {
      return Optional.empty(); // the page itself says that there is nothing
    }
  }
}
