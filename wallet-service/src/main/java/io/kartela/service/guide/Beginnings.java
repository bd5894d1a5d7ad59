package io.kartela.service.guide;

import io.kartela.rules.Program;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Templates;
import io.kartela.service.shop.operator.Openings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a shop that the operator opens begins with: a program, and its first steps. */
public final class Beginnings implements Openings.FirstProgram {
  private final Programs programs;

  public Beginnings(Programs programs) {
    this.programs = programs;
  }

  @Override
  public List<?> templates() {
    return Templates.views();
  }

  @Override
  public Optional<String> template(String id, ZoneId zone) {
    return Templates.document(id, zone);
  }

  @Override
  public void publish(Connection c, long merchantId, Program program, boolean chosen)
      throws SQLException {
    int _ = programs.publish(c, merchantId, program, "Kartela");
    FirstSteps.begin(c, merchantId, chosen);
  }
}
