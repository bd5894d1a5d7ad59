package io.kartela.service.wallet.apple;

import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.pass.PassRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Registers Apple devices without HTTP, for tests of other packages. */
public final class TestDevices {
  private TestDevices() {}

  public static void register(Connection c, PassRef pass, String device, String pushToken)
      throws SQLException {
    AppleDevices.Registered _ =
        new AppleDevices()
            .register(c, pass.merchantId(), device, pass.serial(), pushToken, Instant.now())
            .orElseThrow();
  }

  public static int count(Database database, PassRef pass) {
    return database
        .inTenant(
            pass.merchantId(),
            c -> {
              try (var s =
                  c.prepareStatement(
                      "SELECT device_id FROM kartela.apple_registration WHERE merchant_id = ? AND"
                          + " serial = ?")) {
                s.setLong(1, pass.merchantId());
                s.setString(2, pass.serial());
                List<String> found = new java.util.ArrayList<>();
                try (var r = s.executeQuery()) {
                  while (r.next()) {
                    found.add(r.getString(1));
                  }
                }
                return found;
              }
            })
        .size();
  }
}
