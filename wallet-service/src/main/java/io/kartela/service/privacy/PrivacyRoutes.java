package io.kartela.service.privacy;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.Passes;
import java.util.Map;

/** What the owner does when a person asks for their data, or to be forgotten. */
public final class PrivacyRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Members members = new Members();
  private final Erasures erasures;
  private final PersonalData data;
  private final Audit audit;

  public PrivacyRoutes(House house, Sessions sessions, Passes passes, Audit audit) {
    this.database = house.database();
    this.sessions = sessions;
    this.erasures = new Erasures(house, passes, audit);
    this.data = new PersonalData(house.database());
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.post("/api/v1/members/{memberId}/erasure", this::erase);
    routing.get("/api/v1/members/{memberId}/personal-data", this::export);
  }

  private void erase(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PERSONAL_DATA);
    erasures.erase(staff, Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND));
    Http.noContent(res);
  }

  private void export(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.PERSONAL_DATA);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              if (members.find(c, staff.merchantId(), id).isEmpty()) {
                throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
              }
              audit.record(c, staff, "PERSONAL_DATA_EXPORTED", "member:" + id, Map.of());
              return true;
            });
    Http.download(res, "application/json", "member-" + id + ".json");
    data.write(res.outputStream(), staff.merchantId(), id);
  }
}
