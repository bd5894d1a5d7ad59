package io.kartela.service.wallet.print;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as the modules of a QR code, without the quiet around it. */
final class Qr {
  private Qr() {}

  /**
   * Draws nothing yet.
   *
   * @param level how much of it may be lost
   */
  static BitMatrix of(String text, ErrorCorrectionLevel level) {
    try {
      ByteMatrix modules = Encoder.encode(text, level).getMatrix();
      BitMatrix code = new BitMatrix(modules.getWidth(), modules.getHeight());
      for (int y = 0; y < modules.getHeight(); y++) {
        for (int x = 0; x < modules.getWidth(); x++) {
          if (modules.get(x, y) == 1) {
            code.set(x, y);
          }
        }
      }
      return code;
    } catch (WriterException e) {
      throw new IllegalStateException("the text does not fit a QR code", e);
    }
  }
}
