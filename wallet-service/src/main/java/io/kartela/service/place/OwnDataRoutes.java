package io.kartela.service.place;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.profile.OwnProfile;
import io.kartela.service.member.profile.PlaceSettings;
import io.kartela.service.member.profile.ProfileEdits;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.privacy.OwnData;
import io.kartela.service.shop.audit.Audit;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a member does with their own data: reads, mends, takes along, has erased. */
final class OwnDataRoutes implements Routes {
  private final PlaceGate gate;
  private final OwnProfile profiles;
  private final OwnData data;

  /** A file of everything costs more than a page. */
  private final RateLimit exports;

  /**
   * The member's own.
   *
   * @param birthDateOpen whether the member may still say it
   * @param erasedAt when all of it will be erased, as the member asked
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record View(OwnProfile.View profile, boolean birthDateOpen, @Nullable Instant erasedAt) {}

  private record Due(Instant erasedAt) {}

  OwnDataRoutes(House house, PlaceGate gate, OwnProfile profiles, OwnData data) {
    this.gate = gate;
    this.profiles = profiles;
    this.data = data;
    this.exports = new RateLimit(10, Duration.ofHours(1), house.clock());
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PlaceGate.PATH + "/profile", this::show);
    routing.patch(PlaceGate.PATH + "/profile", this::change);
    routing.get(PlaceGate.PATH + "/personal-data", this::export);
    routing.post(PlaceGate.PATH + "/erasure", this::erase);
    routing.delete(PlaceGate.PATH + "/erasure", this::keep);
  }

  private void show(ServerRequest req, ServerResponse res) {
    Http.send(res, 200, gate.signedIn(req, this::view));
  }

  private View view(PlaceGate.Visit v) throws SQLException {
    OwnProfile.View profile = profiles.view(v.c(), v.merchantId(), v.memberId());
    return new View(
        profile,
        profile.birthDate() == null && PlaceSettings.of(v.c(), v.merchantId()).ownBirthday(),
        data.due(v.c(), v.merchantId(), v.memberId()).orElse(null));
  }

  private void change(ServerRequest req, ServerResponse res) {
    OwnProfile.Edit edit = Http.json(req, OwnProfile.Edit.class);
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    check.done();
    View view =
        gate.signedIn(
            req,
            v -> {
              profiles.change(
                  v.c(),
                  new ProfileEdits.Author(v.merchantId(), Audit.MEMBER),
                  v.memberId(),
                  revision,
                  edit,
                  PlaceSettings.of(v.c(), v.merchantId()).ownBirthday());
              return view(v);
            });
    profiles.told();
    Http.send(res, 200, view);
  }

  private record Whose(long merchantId, long memberId) {}

  private void export(ServerRequest req, ServerResponse res) {
    Whose whose =
        gate.signedIn(
            req,
            v -> {
              exports.take(v.merchantId() + " " + v.memberId());
              data.exported(v.c(), v.merchantId(), v.memberId());
              return new Whose(v.merchantId(), v.memberId());
            });
    Http.download(res, "application/json", "my-data.json");
    data.write(res.outputStream(), whose.merchantId, whose.memberId);
  }

  private void erase(ServerRequest req, ServerResponse res) {
    Http.send(
        res, 202, new Due(gate.signedIn(req, v -> data.ask(v.c(), v.merchantId(), v.memberId()))));
  }

  private void keep(ServerRequest req, ServerResponse res) {
    boolean _ =
        gate.signedIn(
            req,
            v -> {
              data.takeBack(v.c(), v.merchantId(), v.memberId());
              return true;
            });
    Http.noContent(res);
  }
}
