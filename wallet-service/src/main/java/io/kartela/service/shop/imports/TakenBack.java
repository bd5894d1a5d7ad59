package io.kartela.service.shop.imports;

/**
 * What a part of taking an import back came to.
 *
 * @param taken what the import had added and is gone
 * @param credits that were taken back
 * @param kept what stays, because something was done with it since
 */
public record TakenBack(int taken, int credits, int kept) {
  public static final TakenBack NOTHING = new TakenBack(0, 0, 0);

  boolean isNothing() {
    return taken + credits + kept == 0;
  }
}
