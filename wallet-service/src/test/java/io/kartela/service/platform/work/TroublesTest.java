package io.kartela.service.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.wallet.pass.TestHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroublesTest {
  private final TestHouse house = new TestHouse();
  private final Troubles troubles = new Troubles(house.database());

  @AfterAll
  void close() {
    house.close();
  }

  /** The pool takes broken connections away, and says so without a state. */
  @Test
  void aConnectionThatWasTakenAwayIsNobodysTrouble() {
    assertThrows(
        DatabaseException.class,
        () -> troubles.apart(7, "look", () -> house.database().inTenant(7, c -> closed(c))));
    assertEquals(0, troubles.waiting("look").size());
  }

  private static boolean closed(java.sql.Connection c) throws java.sql.SQLException {
    c.close();
    return c.createStatement().execute("SELECT 1");
  }

  @Test
  void anythingElseIsTheMerchantsOwn() {
    assertFalse(
        troubles.apart(
            7,
            "fail",
            () -> {
              throw new IllegalStateException("wrong");
            }));
    assertEquals(1, troubles.waiting("fail").size());
  }
}
