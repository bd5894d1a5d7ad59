package io.kartela.service.purchase;

import io.kartela.rules.Basket;
import io.kartela.rules.Line;
import io.kartela.service.shop.goods.GoodsCatalogue;
import io.kartela.service.shop.goods.GoodsCatalogue.Meaning;
import io.kartela.service.shop.goods.GoodsCatalogue.Sold;
import io.kartela.service.shop.goods.Item;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the lines of a receipt what the catalogue knows of their goods, and teaches it what lines
 * say themselves. What a line says of its categories counts; receipts keep what they were judged
 * by.
 */
final class SoldGoods {
  private final GoodsCatalogue goods;

  SoldGoods(GoodsCatalogue goods) {
    this.goods = goods;
  }

  /**
   * The request with categories in the lines that came without, all that these lie under, the marks
   * of the goods and their other codes.
   */
  ReceiptRequest.Checked fill(long merchantId, ReceiptRequest.Checked request) {
    Basket basket = request.basket();
    Map<Sold, Meaning> meanings =
        goods.meanings(
            merchantId,
            basket.lines().stream().map(line -> sold(line, request)).toList(),
            request.at());
    boolean said = basket.lines().stream().anyMatch(line -> !line.categories().isEmpty());
    if (meanings.isEmpty() && !said) {
      return request;
    }
    List<Line> lines = new ArrayList<>();
    Map<String, Set<String>> otherCodes = new HashMap<>();
    for (Line line : basket.lines()) {
      Meaning meaning = meanings.getOrDefault(sold(line, request), Meaning.NONE);
      Set<String> own = line.categories().isEmpty() ? meaning.categories() : line.categories();
      Set<String> flags = new LinkedHashSet<>(line.flags());
      flags.addAll(meaning.flags());
      Set<String> others = new HashSet<>(meaning.codes());
      others.remove(line.sku());
      if (!others.isEmpty() && !line.sku().isEmpty()) {
        otherCodes.put(line.sku(), others);
      }
      lines.add(
          new Line(
              line.lineNo(),
              line.sku(),
              goods.complete(merchantId, own),
              line.quantityMilli(),
              line.total(),
              line.cost(),
              flags));
    }
    return request.of(basket.with(lines).alsoKnownAs(otherCodes));
  }

  private static Sold sold(Line line, ReceiptRequest.Checked request) {
    return new Sold(line.sku(), request.names().get(line.lineNo()));
  }

  /** After the receipt was booked; the request as the register sent it. */
  void learn(RegisterPrincipal register, ReceiptRequest.Checked request) {
    List<Item> sold =
        request.basket().lines().stream()
            .filter(line -> !line.sku().isEmpty())
            .map(
                line ->
                    new Item(
                        line.sku(),
                        request.names().getOrDefault(line.lineNo(), ""),
                        line.categories()))
            .toList();
    goods.learn(
        register.merchantId(),
        sold,
        request.at(),
        request.at().atZone(register.storeZone()).toLocalDate());
  }
}
