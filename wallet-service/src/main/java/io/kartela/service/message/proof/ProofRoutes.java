package io.kartela.service.message.proof;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.profile.ProofWay;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which ways a shop lets its customers prove their phones. */
public final class ProofRoutes implements Routes {
  private static final String PATH = "/api/v1/phone-proofs";

  private final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final PhoneProofs proofs;

  private record Wanted(@Nullable List<String> ways) {}

  /**
   * As the owner sees it.
   *
   * @param ways in their order
   * @param possible all that work now
   */
  private record Shown(List<ProofWay> ways, List<ProofWay> possible) {}

  public ProofRoutes(Database database, Sessions sessions, Audit audit, PhoneProofs proofs) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
    this.proofs = proofs;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(PATH, this::show);
    routing.put(PATH, this::change);
  }

  private void show(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.VENDOR_KEYS).merchantId();
    Http.send(
        res,
        200,
        database.inTenant(
            merchantId,
            c -> new Shown(proofs.ways(c, merchantId), proofs.possible(c, merchantId))));
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.VENDOR_KEYS);
    List<String> names = Http.json(req, Wanted.class).ways;
    Check check = new Check();
    List<ProofWay> ways = new ArrayList<>();
    for (String name : names == null ? List.<String>of() : names) {
      Stream.of(ProofWay.values())
          .filter(way -> way.name().equals(name))
          .findFirst()
          .ifPresent(ways::add);
    }
    EnumSet<ProofWay> once = EnumSet.noneOf(ProofWay.class);
    once.addAll(ways);
    check.require(
        names != null && !ways.isEmpty() && once.size() == names.size(),
        "ways",
        "INVALID",
        "хотя бы один способ, каждый один раз",
        "at least one way, each once");
    check.done();
    boolean _ =
        database.inTenant(
            owner.merchantId(),
            c -> {
              ProofOrder.keep(c, owner.merchantId(), ways);
              audit.record(
                  c, owner, "PROOF_WAYS_CHANGED", "phone-proofs", Map.of("order", ways.toString()));
              return true;
            });
    Http.noContent(res);
  }
}
