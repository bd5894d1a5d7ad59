package io.kartela.service.wallet.google;

/** Ids of classes and objects: the issuer's number, a dot, and what is ours. Pure. */
final class GoogleIds {
  private GoogleIds() {}

  static String of(String issuerId, String suffix) {
    return issuerId + "." + suffix;
  }

  /** Empty when this is no id. */
  static String issuer(String id) {
    return id.substring(0, Math.max(0, id.indexOf('.')));
  }

  static String suffix(String id) {
    return id.substring(id.indexOf('.') + 1);
  }
}
