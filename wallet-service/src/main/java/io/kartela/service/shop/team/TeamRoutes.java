package io.kartela.service.shop.team;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.secondfactor.LostFactors;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.PasswordLetters;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The owner's page of the shop's people. */
final class TeamRoutes implements Routes {
  private static final String ALL = "/api/v1/staff";
  private static final String ONE = ALL + "/{staffId}";

  private static final int MOST_STORES = 1_000;

  private final Team team;
  private final Sessions sessions;
  private final PasswordLetters letters;
  private final URI publicUrl;

  private record InviteRequest(
      @Nullable String email,
      @Nullable String name,
      @Nullable String role,
      @Nullable List<String> stores,
      @Nullable String locale) {}

  private record ChangeRequest(
      @Nullable String name, @Nullable String role, @Nullable List<String> stores) {}

  private record View(
      String id,
      String name,
      String email,
      Role role,
      List<String> stores,
      Colleague.State state,
      boolean secondFactor,
      @Nullable Instant lastSignInAt,
      @Nullable Instant invitedUntil) {}

  /** The link is never shown again. */
  private record InvitedView(View colleague, String url, Instant expiresAt, boolean letterSent) {}

  TeamRoutes(Team team, Sessions sessions, PasswordLetters letters, URI publicUrl) {
    this.team = team;
    this.sessions = sessions;
    this.letters = letters;
    this.publicUrl = publicUrl;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get(ALL, this::list);
    routing.post(ALL, this::invite);
    routing.put(ONE, this::change);
    routing.delete(ONE, this::end);
    routing.delete(ONE + "/sessions", this::signOut);
    routing.delete(ONE + "/second-factor", this::resetFactors);
    routing.post(ONE + "/link", this::renew);
    routing.delete(ONE + "/link", this::revokeLink);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.STAFF).merchantId();
    Http.send(
        res, 200, Map.of("items", team.list(merchantId).stream().map(TeamRoutes::view).toList()));
  }

  private static View view(Colleague c) {
    boolean invited = c.state() == Colleague.State.INVITED;
    return new View(
        Long.toString(c.id()),
        c.name(),
        c.email(),
        c.role(),
        c.stores().stream().sorted().map(id -> Long.toString(id)).toList(),
        c.state(),
        c.secondFactor(),
        c.times().lastSignInAt(),
        invited ? c.times().invitedUntil() : null);
  }

  private void invite(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.STAFF);
    InviteRequest body = Http.json(req, InviteRequest.class);
    Check check = new Check();
    String email = check.email("email", body.email);
    String name = check.line("name", body.name, 100);
    Team.Job job = job(check, body.role, body.stores);
    check.oneOf("locale", body.locale, "ru", "en");
    check.done();
    Lang locale = body.locale == null ? owner.locale() : Lang.of(body.locale);
    Http.send(res, 201, told(team.invite(owner, new Team.Newcomer(email, name, job, locale))));
  }

  private static Team.Job job(Check check, @Nullable String given, @Nullable List<String> stores) {
    Role role = role(check, given);
    if (role != Role.MANAGER) {
      return new Team.Job(role, Set.of());
    }
    check.require(
        stores != null && !stores.isEmpty() && stores.size() <= MOST_STORES,
        "stores",
        "REQUIRED",
        "выберите магазины",
        "choose stores");
    return new Team.Job(
        role,
        stores == null
            ? Set.of()
            : stores.stream()
                .limit(MOST_STORES)
                .map(id -> Http.id(id, ProblemCode.STORE_NOT_FOUND))
                .collect(Collectors.toUnmodifiableSet()));
  }

  private static Role role(Check check, @Nullable String given) {
    check.require(given != null, "role", "REQUIRED", "выберите роль", "choose a role");
    String[] names = Stream.of(Role.values()).map(Role::name).toArray(String[]::new);
    check.oneOf("role", given, names);
    return Stream.of(Role.values())
        .filter(role -> role.name().equals(given))
        .findFirst()
        .orElse(Role.CASHIER); // what is wrong was reported
  }

  /**
   * By letter where letters go out; the link is there for whoever wants to hand it over himself.
   */
  private InvitedView told(Team.Invited invited) {
    // In the fragment, which no browser sends and no log keeps.
    String url =
        publicUrl.resolve("/cabinet/invitation").toString() + "#" + invited.invitation().token();
    boolean sent =
        letters.invited(invited.colleague().email(), invited.locale(), invited.shop(), url);
    return new InvitedView(view(invited.colleague()), url, invited.invitation().expiresAt(), sent);
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.STAFF);
    long id = id(req);
    ChangeRequest body = Http.json(req, ChangeRequest.class);
    Check check = new Check();
    String name = check.line("name", body.name, 100);
    Team.Job job = job(check, body.role, body.stores);
    check.done();
    team.change(owner, id, name, job);
    Http.noContent(res);
  }

  private void end(ServerRequest req, ServerResponse res) {
    team.end(sessions.require(req, Action.STAFF), id(req));
    Http.noContent(res);
  }

  private void signOut(ServerRequest req, ServerResponse res) {
    team.signOut(sessions.require(req, Action.STAFF), id(req));
    Http.noContent(res);
  }

  private void resetFactors(ServerRequest req, ServerResponse res) {
    StaffPrincipal owner = sessions.require(req, Action.STAFF);
    LostFactors.tell(letters, team.resetFactors(owner, id(req)));
    Http.noContent(res);
  }

  private void renew(ServerRequest req, ServerResponse res) {
    Http.send(res, 201, told(team.renew(sessions.require(req, Action.STAFF), id(req))));
  }

  private void revokeLink(ServerRequest req, ServerResponse res) {
    team.revokeLink(sessions.require(req, Action.STAFF), id(req));
    Http.noContent(res);
  }

  private static long id(ServerRequest req) {
    return Http.id(req, "staffId", ProblemCode.STAFF_NOT_FOUND);
  }
}
