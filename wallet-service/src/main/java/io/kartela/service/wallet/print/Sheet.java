package io.kartela.service.wallet.print;

/** What can be printed, with the paper it is cut to, in millimetres. */
enum Sheet {
  POSTER_A4(210, 297, "poster-a4"),
  POSTER_A3(297, 420, "poster-a3"),
  /** Folded: a flap to glue, a face upside down, a face, the other flap. */
  TENT_A4(210, 297, "table-tent-a4");

  final float width;
  final float height;
  private final String file;

  Sheet(float width, float height, String file) {
    this.width = width;
    this.height = height;
    this.file = file;
  }

  /** What the file is called. */
  String file(String shop, String language) {
    return shop + "-" + file + "-" + language + ".pdf";
  }
}
