package io.kartela.service.account;

/** Amounts in sentences: 12345 is "123.45", 12300 is "123". */
public final class Amounts {
  private Amounts() {}

  public static String text(long minor) {
    String sign = minor < 0 ? "-" : "";
    long abs = Math.abs(minor);
    return abs % 100 == 0
        ? sign + abs / 100
        : sign + abs / 100 + "." + (abs % 100 < 10 ? "0" : "") + abs % 100;
  }
}
