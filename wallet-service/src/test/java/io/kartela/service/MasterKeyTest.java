package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.CertsException;
import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.service.platform.config.Secret;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.work.Resealing;
import io.kartela.service.platform.work.SealedTable;
import io.kartela.service.shop.secondfactor.SecondFactorFeature;
import io.kartela.service.till.nfc.NfcSecrets;
import io.kartela.service.wallet.identity.IdentityFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The master key is changed: every secret comes under the new one, and the old one is forgotten.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MasterKeyTest {
  private final String former = MasterKey.generate();
  private final String next = MasterKey.generate();
  private final TestClock clock = new TestClock();
  private final TestKartela kartela =
      TestKartela.start(clock, Map.of("KARTELA_MASTER_KEY", former));
  private final Database database = kartela.open();
  private final long merchant = kartela.demoMerchant();

  @AfterAll
  void close() {
    database.close();
    kartela.close();
  }

  private static List<SealedTable> tables() {
    List<SealedTable> tables = new ArrayList<>(NfcSecrets.tables());
    tables.add(IdentityFeature.sealed());
    tables.add(SecondFactorFeature.sealed());
    return tables;
  }

  /** The demo shop's rows of a table: the secret as it is kept, by the context that opens it. */
  private Map<String, String> sealed(SealedTable table) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement();
        ResultSet r =
            s.executeQuery(
                "SELECT %s::text, sealed FROM kartela.%s WHERE merchant_id = %d"
                    .formatted(table.key().column(), table.name(), merchant))) {
      while (r.next()) {
        found.put(table.context().of(merchant, r.getString(1)), r.getString(2));
      }
    }
    return found;
  }

  /** All secrets, opened by these keys. */
  private Map<String, String> open(Vault vault) throws SQLException {
    Map<String, String> opened = new LinkedHashMap<>();
    for (SealedTable table : tables()) {
      Map<String, String> rows = sealed(table);
      assertFalse(rows.isEmpty(), () -> "nothing is kept in " + table.name());
      rows.forEach((context, text) -> opened.put(context, vault.open(text, context)));
    }
    return opened;
  }

  private Vault vault(String keys, Path folder) {
    return VaultKeys.open(Optional.of(Secret.of(keys)), folder);
  }

  @Test
  void everySecretComesUnderTheNewOne(@TempDir Path folder) throws Exception {
    Api owner = kartela.owner();
    owner
        .post("/api/v1/identities", Map.of("kind", "NFC_KEY", "name", "Readers", "generate", true))
        .expect(201);
    owner.post("/api/v1/nfc-keys", Map.of("name", "Key")).expect(201);
    owner
        .post("/api/v1/session/second-factor/totp", Map.of("password", kartela.demoPassword()))
        .expect(201);
    String member =
        kartela
            .register()
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79163000041",
                    "name",
                    "Анна",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(201)
            .path("memberId")
            .asString();
    owner.post("/api/v1/members/" + member + "/cards/rotating", Map.of()).expect(201);
    Map<String, String> secrets = open(vault(former, folder));
    Vault both = vault(next + ",\n" + former, folder);
    assertEquals(secrets, open(both), "with both keys nothing is closed meanwhile");
    // Two nodes at once.
    Resealing one = new Resealing(database, both, tables());
    CompletableFuture<Integer> other = CompletableFuture.supplyAsync(() -> one.run(merchant));
    int together = one.run(merchant) + other.get();
    assertEquals(secrets.size(), together, "each is sealed once");
    assertEquals(0, one.run(merchant), "and not again");
    Vault alone = vault(next, folder);
    assertFalse(alone.hasOthers());
    assertEquals(secrets, open(alone));
    CertsException no = assertThrows(CertsException.class, () -> open(vault(former, folder)));
    assertEquals("certs.vault.unknown_key", no.code());

    // One that opens under no key stands in nobody's way.
    kartela.execute(
        "UPDATE kartela.nfc_key SET sealed = 'kartela:1:00000000:AAAA' WHERE merchant_id = "
            + merchant);
    Resealing back = new Resealing(database, vault(former + "," + next, folder), tables());
    IllegalStateException told =
        assertThrows(IllegalStateException.class, () -> back.run(merchant));
    assertEquals("1 secrets open under no master key configured", told.getMessage());
    for (SealedTable table : tables()) {
      if (!table.name().equals("nfc_key")) {
        for (var row : sealed(table).entrySet()) {
          vault(former, folder).open(row.getValue(), row.getKey());
        }
      }
    }
  }

  @Test
  void theKeyThatTheDataFolderKeptStillOpens(@TempDir Path folder) throws Exception {
    String sealed = VaultKeys.open(Optional.empty(), folder).seal("secret", "here");
    assertTrue(Files.exists(folder.resolve("master.key")));
    Vault configured = vault(next, folder);
    assertEquals("secret", configured.open(sealed, "here"));
    assertTrue(configured.hasOthers());
    assertTrue(configured.seal("secret", "here").startsWith(configured.head()));
  }
}
