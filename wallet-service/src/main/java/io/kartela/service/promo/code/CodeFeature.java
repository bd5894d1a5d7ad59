package io.kartela.service.promo.code;

import io.kartela.certs.Vault;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Promo codes as the rest of the service sees them. */
public final class CodeFeature implements AutoCloseable {
  private final House house;
  private final CodeSecrets secrets;
  private final CodeMaker maker;

  public CodeFeature(House house, Vault vault) {
    this.house = house;
    this.secrets = new CodeSecrets(house.database(), vault);
    this.maker = new CodeMaker(house, secrets);
  }

  /** The merchants' secrets, by which certificates are found, too. */
  public CodeSecrets secrets() {
    return secrets;
  }

  /**
   * What purchases ask.
   *
   * @param members who is in which segment
   */
  public PromoCodes tills(PromoCodes.Members members) {
    return new PromoCodes(house.database(), secrets, members);
  }

  public List<Routes> routes(Sessions sessions, Programs programs, Audit audit) {
    return List.of(
        new CodeExportRoutes(sessions, house, secrets, audit),
        new SetRoutes(sessions, house, new SetDesk(house, programs, secrets, audit, maker::wake)));
  }

  /** Codes to be printed. */
  public CodeSheets sheets() {
    return new CodeSheets(house.database(), secrets);
  }

  /** Whether a set is for this segment alone: it may be changed then, but not deleted. */
  public static boolean names(Connection c, long merchantId, long segmentId) throws SQLException {
    return SetStore.names(c, merchantId, segmentId);
  }

  public void start() {
    maker.start();
  }

  @Override
  public void close() {
    maker.close();
  }
}
