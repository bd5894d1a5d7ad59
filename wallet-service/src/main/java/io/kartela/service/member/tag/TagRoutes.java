package io.kartela.service.member.tag;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of a shop, and giving them to a member. */
public final class TagRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final Members members = new Members();
  private final Audit audit;

  private record TagChange(@Nullable List<String> add, @Nullable List<String> remove) {}

  private record TagList(List<String> items) {}

  public TagRoutes(Database database, Sessions sessions, Audit audit) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/tags", this::list);
    routing.patch("/api/v1/members/{memberId}/tags", this::change);
  }

  private void list(ServerRequest req, ServerResponse res) {
    long merchantId = sessions.require(req, Action.MEMBERS_READ).merchantId();
    List<String> tags = database.inTenant(merchantId, c -> MemberTags.ofShop(c, merchantId));
    Http.send(res, 200, new TagList(tags));
  }

  /** What is to be added and taken away, not the whole: two people may do it at once. */
  private void change(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.MEMBERS_CHANGE);
    long merchantId = staff.merchantId();
    long id = Http.id(req, "memberId", ProblemCode.MEMBER_NOT_FOUND);
    TagChange body = Http.json(req, TagChange.class);
    Check check = new Check();
    List<String> added = tags(check, "add", body.add);
    List<String> removed = tags(check, "remove", body.remove);
    check.done();
    List<String> tags =
        database.inTenant(
            merchantId,
            c -> {
              // One after the other: of two spellings at once, the second becomes the first.
              NamedLock.alone(c, "tags:" + merchantId);
              if (members.find(c, merchantId, id).isEmpty()) {
                throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
              }
              change(c, staff, id, added, removed);
              return MemberTags.of(c, merchantId, id);
            });
    Http.send(res, 200, new TagList(tags));
  }

  private void change(
      Connection c, StaffPrincipal staff, long id, List<String> added, List<String> removed)
      throws SQLException {
    long merchantId = staff.merchantId();
    List<String> known = new ArrayList<>(MemberTags.ofShop(c, merchantId));
    List<String> gone = new ArrayList<>();
    List<String> came = new ArrayList<>();
    for (String tag : removed) {
      String spelled = MemberTags.spelled(known, tag);
      if (MemberTags.remove(c, merchantId, id, spelled)) {
        gone.add(spelled);
      }
    }
    for (String tag : added) {
      String spelled = MemberTags.spelled(known, tag);
      if (MemberTags.add(c, merchantId, id, spelled)) {
        came.add(spelled);
        known.add(spelled);
      }
    }
    MemberTags.requireRoom(c, merchantId, id);
    Map<String, Object> detail = new LinkedHashMap<>();
    if (!came.isEmpty()) {
      detail.put("tagsAdded", came);
    }
    if (!gone.isEmpty()) {
      detail.put("tagsRemoved", gone);
    }
    if (!detail.isEmpty()) {
      audit.record(c, staff, "MEMBER_TAGGED", "member:" + id, detail);
    }
  }

  private static List<String> tags(Check check, String field, @Nullable List<String> wanted) {
    List<String> tags = new ArrayList<>();
    if (wanted == null) {
      return tags;
    }
    check.require(
        wanted.size() <= MemberTags.MOST,
        field,
        "TOO_MANY",
        "не больше " + MemberTags.MOST,
        "at most " + MemberTags.MOST);
    for (String tag : wanted) {
      tags.add(check.line(field, tag, MemberTags.LONGEST));
    }
    return tags;
  }
}
