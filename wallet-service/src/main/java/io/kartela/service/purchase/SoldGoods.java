package io.kartela.service.purchase;

import io.kartela.rules.Basket;
import io.kartela.rules.Line;
import io.kartela.service.shop.goods.Goods;
import io.kartela.service.shop.goods.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the lines of a receipt the categories of their goods, and teaches the goods what lines say
 * themselves. What a line says counts; receipts keep what they were judged by.
 */
final class SoldGoods {
  private final Goods goods;

  SoldGoods(Goods goods) {
    this.goods = goods;
  }

  /** The request with categories in the lines that came without. */
  ReceiptRequest.Checked fill(long merchantId, ReceiptRequest.Checked request) {
    List<Goods.Sold> unknown =
        request.basket().lines().stream()
            .filter(line -> line.categories().isEmpty())
            .map(line -> sold(line, request))
            .toList();
    if (unknown.isEmpty()) {
      return request;
    }
    Map<Goods.Sold, Set<String>> found = goods.categories(merchantId, unknown, request.at());
    if (found.isEmpty()) {
      return request;
    }
    List<Line> lines = new ArrayList<>();
    for (Line line : request.basket().lines()) {
      Set<String> categories =
          line.categories().isEmpty()
              ? found.getOrDefault(sold(line, request), Set.of())
              : line.categories();
      lines.add(
          new Line(
              line.lineNo(),
              line.sku(),
              categories,
              line.quantityMilli(),
              line.total(),
              line.cost(),
              line.flags()));
    }
    Basket basket = request.basket();
    return request.of(new Basket(lines, basket.store(), basket.codes()));
  }

  private static Goods.Sold sold(Line line, ReceiptRequest.Checked request) {
    return new Goods.Sold(line.sku(), request.names().get(line.lineNo()));
  }

  /** After the receipt was booked; the request as the register sent it. */
  void learn(long merchantId, ReceiptRequest.Checked request) {
    List<Item> taught =
        request.basket().lines().stream()
            .filter(line -> !line.sku().isEmpty() && !line.categories().isEmpty())
            .map(
                line ->
                    new Item(
                        line.sku(),
                        request.names().getOrDefault(line.lineNo(), ""),
                        line.categories()))
            .toList();
    goods.learn(merchantId, taught, request.at());
  }
}
