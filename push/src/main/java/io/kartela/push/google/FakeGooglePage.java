package io.kartela.push.google;

/** Two tiny pages for people who open a save link of the demo in a browser. */
final class FakeGooglePage {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="ru"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Google Wallet (Kartela demo)</title>
      <style>body{font:16px system-ui;margin:15vh auto;max-width:24rem;padding:0 1rem;text-align:center}
      button{font:inherit;border:0;border-radius:2rem;padding:.8rem 1.6rem;background:#1f1f1f;color:#fff}</style>
      %s
      </html>
      """;

  private FakeGooglePage() {}

  static String ask() {
    return FRAME.formatted(
        """
        <h1>Добавить карту?<br><small lang="en">Add the card?</small></h1>
        <form method="post"><button>Добавить · <span lang="en">Add</span></button></form>
        <p>Это симулятор, не Google. <span lang="en">A simulator, not Google.</span></p>\
        """);
  }

  static String added() {
    return FRAME.formatted(
        """
        <h1>Карта добавлена<br><small lang="en">The card was added</small></h1>\
        """);
  }
}
