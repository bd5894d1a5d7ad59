package io.kartela.service.member.profile;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.code.Phone;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.IfMatch;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A member's own data in the cabinet: changed by whom the shop trusts with them. */
public final class ProfileRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final ProfileEdits edits;
  private final InstantSource clock;

  /** What is absent stays; what is empty goes. */
  private record Edit(
      @Nullable String name,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String birthDate,
      @Nullable String locale) {}

  private record StatusRequest(@Nullable String status, @Nullable String reason) {}

  public ProfileRoutes(House house, Sessions sessions, Audit audit) {
    this.database = house.database();
    this.sessions = sessions;
    this.edits = new ProfileEdits(house, audit);
    this.clock = house.clock();
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.patch("/api/v1/members/{memberId}", this::change);
    routing.put("/api/v1/members/{memberId}/status", this::status);
  }

  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_CHANGE);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    Edit body = Http.json(req, Edit.class);
    Profile was =
        database
            .inTenant(staff.merchantId(), c -> Profile.find(c, staff.merchantId(), id))
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
    Check check = new Check();
    int revision = IfMatch.demand(req, check);
    ProfileEdits.Wanted wanted = wanted(check, body, was);
    check.done();
    edits.change(staff, id, revision, wanted);
    Http.noContent(res);
  }

  private ProfileEdits.Wanted wanted(Check check, Edit body, Profile was) {
    String name = body.name == null ? was.name() : check.line("name", body.name, 100);
    Phone phone = body.phone == null ? new Phone(was.phone()) : phone(check, body.phone, was);
    String email = was.email();
    if (body.email != null) {
      email =
          body.email.isBlank() ? null : check.email("email", body.email).toLowerCase(Locale.ROOT);
    }
    check.oneOf("locale", body.locale, "ru", "en");
    Lang locale = body.locale == null ? was.locale() : Lang.of(body.locale);
    LocalDate born = body.birthDate == null ? was.birthDate() : born(check, body.birthDate);
    return new ProfileEdits.Wanted(name, phone, email, born, locale);
  }

  /** As whoever signs up types it; the former one when it is none, which the check then knows. */
  private static Phone phone(Check check, String text, Profile was) {
    String typed = check.text("phone", text, 40);
    Phone phone = Phone.parse(typed).orElse(null);
    check.require(
        typed.isEmpty() || phone != null,
        "phone",
        "PHONE_INVALID",
        "номер не распознан",
        "is not a phone number");
    return phone == null ? new Phone(was.phone()) : phone;
  }

  private @Nullable LocalDate born(Check check, String text) {
    if (text.isBlank()) {
      return null;
    }
    LocalDate born = null;
    try {
      born = LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      // told below
    }
    BirthDates.require(check, born, clock.instant());
    return born;
  }

  private void status(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_CHANGE);
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    StatusRequest body = Http.json(req, StatusRequest.class);
    Check check = new Check();
    String status = check.text("status", body.status, 20);
    check.oneOf("status", status.isEmpty() ? null : status, "ACTIVE", "BLOCKED");
    String reason = check.text("reason", body.reason, 500);
    check.done();
    edits.block(staff, id, status.equals("BLOCKED"), reason);
    Http.noContent(res);
  }
}
