package io.kartela.push.sms;

import io.kartela.push.Report;
import io.kartela.push.Report.Fate;
import java.util.Optional;

/** SMSC.RU's tables of stations and errors, as polled and as posted. */
final class SmscStatus {
  private SmscStatus() {}

  /** Empty for what the gateway does not know. */
  static Optional<Report> report(String id, String status, String err) {
    if (id.isEmpty() || !status.matches("-?[0-9]{1,3}")) {
      return Optional.empty();
    }
    int station = Integer.parseInt(status);
    int error = err.matches("[0-9]{1,4}") ? Integer.parseInt(err) : 0;
    if (station == -3) {
      return Optional.empty();
    }
    String code = error == 0 ? status : status + "/" + error;
    return Optional.of(new Report(id, fate(station, error), code));
  }

  private static Fate fate(int station, int error) {
    return switch (station) {
      case -1, 0 -> Fate.ON_THE_WAY;
      case 1 -> Fate.DELIVERED;
      case 2, 4 -> Fate.SEEN;
      case 3 -> Fate.EXPIRED;
      case 22 -> Fate.DEAD;
      default -> failed(error);
    };
  }

  /**
   * Only two errors prove that a number is dead. 219 (the SIM was changed) is one more failure
   * here; whoever sends codes looks at it. 244 (mailings forbidden) does not say by whom: were it
   * the operator, closing consents would lose everybody.
   */
  private static Fate failed(int error) {
    return switch (error) {
      case 1, 249 -> Fate.DEAD;
      case 13, 244 -> Fate.BARRED;
      case 246 -> Fate.EXPIRED;
      default -> Fate.FAILED;
    };
  }
}
