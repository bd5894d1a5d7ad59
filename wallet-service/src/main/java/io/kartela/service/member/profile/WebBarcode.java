package io.kartela.service.member.profile;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.Cards;
import io.kartela.service.code.ShortCode;
import io.kartela.service.wallet.design.CardDesign;
import io.kartela.service.wallet.design.CardDesign.Barcode;

/**
 * What the card's own page draws.
 *
 * @param format QR or EAN13
 * @param altText what stands under it
 */
record WebBarcode(String format, String message, String altText) {
  /** The first of the design's barcodes that a page can draw without a library; else a QR code. */
  static WebBarcode of(CardDesign design, Cards.WalletCodes codes) {
    String ean13 = codes.ean13();
    for (Barcode one : design.barcodes()) {
      if (one == Barcode.QR) {
        break;
      }
      if (one == Barcode.EAN13 && ean13 != null) {
        return new WebBarcode(one.name(), ean13, ShortCode.grouped(ean13));
      }
    }
    return new WebBarcode(Barcode.QR.name(), codes.code(), CardCode.humanNumber(codes.code()));
  }
}
