package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.code.Phone;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member's own data as the member sees and changes them. The phone is not among what can be
 * changed: it is what proves who they are. In the caller's transaction. Thread-safe.
 */
public final class OwnProfile {
  private final ProfileEdits edits;
  private final InstantSource clock;

  /**
   * As it stands.
   *
   * @param revision to be shown with a change
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record View(
      String name,
      String phone,
      @Nullable String email,
      @Nullable LocalDate birthDate,
      String locale,
      int revision) {
    /** Nothing personal. */
    @Override
    public String toString() {
      return "profile " + revision;
    }
  }

  /** What shall be; what is absent stays. */
  public record Edit(
      @Nullable String name,
      @Nullable String email,
      @Nullable LocalDate birthDate,
      @Nullable String locale) {
    /** Nothing personal. */
    @Override
    public String toString() {
      return "edit";
    }
  }

  public OwnProfile(House house, Audit audit) {
    this.edits = new ProfileEdits(house, audit);
    this.clock = house.clock();
  }

  public View view(Connection c, long merchantId, long memberId) throws SQLException {
    Profile p = held(c, merchantId, memberId);
    return new View(p.name(), p.phone(), p.email(), p.birthDate(), p.locale().tag(), p.revision());
  }

  /**
   * Writes what was edited; call {@link #told()} when it is committed.
   *
   * @param birthday whether the shop lets members say theirs; who has said it cannot change it
   */
  public void change(
      Connection c,
      ProfileEdits.Author by,
      long memberId,
      int revision,
      Edit edit,
      boolean birthday)
      throws SQLException {
    Profile was = held(c, by.merchantId(), memberId);
    Check check = new Check();
    String name = edit.name == null ? was.name() : check.line("name", edit.name, 100);
    String email = was.email();
    if (edit.email != null) {
      email =
          edit.email.isBlank() ? null : check.email("email", edit.email).toLowerCase(Locale.ROOT);
    }
    check.oneOf("locale", edit.locale, "ru", "en");
    LocalDate born = edit.birthDate == null ? was.birthDate() : edit.birthDate;
    if (edit.birthDate != null) {
      BirthDates.require(check, edit.birthDate, clock.instant());
    }
    check.require(
        edit.birthDate == null
            || edit.birthDate.equals(was.birthDate())
            || (birthday && was.birthDate() == null),
        "birthDate",
        "NOT_YOURS_TO_CHANGE",
        "изменить дату рождения может только магазин",
        "only the shop can change the date of birth");
    check.done();
    Lang locale = edit.locale == null ? was.locale() : Lang.of(edit.locale);
    edits.change(
        c,
        by,
        memberId,
        revision,
        new ProfileEdits.Wanted(name, new Phone(was.phone()), email, born, locale));
  }

  /** Phones hear of it. */
  public void told() {
    edits.told();
  }

  private static Profile held(Connection c, long merchantId, long memberId) throws SQLException {
    return Profile.held(c, merchantId, memberId)
        .orElseThrow(() -> new Problem(ProblemCode.MEMBER_NOT_FOUND));
  }
}
