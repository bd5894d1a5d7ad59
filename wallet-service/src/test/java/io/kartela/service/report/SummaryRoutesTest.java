package io.kartela.service.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SummaryRoutesTest {
  @Test
  void anAverageRoundsHalfUp() {
    assertEquals(334, SummaryRoutes.average(667, 2));
    assertEquals(333, SummaryRoutes.average(1000, 3));
    assertEquals(667, SummaryRoutes.average(2000, 3));
    assertEquals(-333, SummaryRoutes.average(-667, 2), "more came back than was sold");
    assertEquals(0, SummaryRoutes.average(100, 0));
  }
}
