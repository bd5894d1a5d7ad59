package io.kartela.service;

import io.kartela.service.code.CardPrefixes;
import io.kartela.service.code.Cards;
import io.kartela.service.code.ShortCodes;
import io.kartela.service.platform.House;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.Designs;

/** What a reader can give. */
final class CodeWing {
  final ShortCodes shortCodes;
  final Cards cards;
  final CardPrefixes prefixes;

  CodeWing(House house, Designs designs) {
    this.shortCodes =
        new ShortCodes(
            merchantId ->
                designs.current(merchantId).design().barcodes().contains(CardDesign.Barcode.EAN13));
    this.cards = new Cards(shortCodes);
    this.prefixes = new CardPrefixes(house.database(), house.clock());
  }
}
