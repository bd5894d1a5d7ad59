package io.kartela.service.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WakeTest {
  private final Wake wake = new Wake();
  private final List<String> woken = new ArrayList<>();

  @Test
  void everybodyWhoListensIsWoken() {
    wake.listen(() -> woken.add("words"));
    wake.listen(() -> woken.add("lanes"));
    wake.listenToCards(() -> woken.add("cards"));
    wake.run();
    assertEquals(List.of("cards", "words", "lanes"), woken);
  }

  @Test
  void aChangedCardWakesOnlyWhoeverTellsOfCards() {
    wake.listen(() -> woken.add("words"));
    wake.listenToCards(() -> woken.add("cards"));
    wake.cardChanged();
    assertEquals(List.of("cards"), woken);
  }
}
