package io.kartela.service.promo.certificate;

/** How a certificate came into the world; the law treats the two apart (docs/adr/0021). */
public enum Origin {
  /** For money: an advance of its bearer, which never ends and is given back on demand. */
  BOUGHT,
  /** For nothing: the shop's present, which may end and is never paid out. */
  GIFTED
}
