package io.kartela.service.message.campaign;

import io.kartela.push.sms.SmsParts;
import io.kartela.service.member.standing.Members;
import io.kartela.service.message.campaign.WantedReader.Sketch;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelTrial;
import io.kartela.service.message.channel.ChannelTrial.Tested;
import io.kartela.service.message.dispatch.Ladder;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Skip;
import io.kartela.service.message.words.Facts;
import io.kartela.service.message.words.Personal;
import io.kartela.service.message.words.Personal.Part;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as one member would get it, before it begins: to be looked at, and as a word to
 * whoever writes it. Thread-safe.
 */
final class Previews {
  private final House house;
  private final CampaignFeature.Sayings saying;
  private final WantedReader reader;
  private final ChannelTrial trial;
  private final Audit audit;
  private final Members members = new Members();

  /**
   * What is said by one way.
   *
   * @param sms how many parts it is paid for where it is a text message
   */
  record Said(Wording.By by, List<Part> parts, int sms) {}

  /**
   * What becomes of one member.
   *
   * @param lang that the member reads, as ru or en
   * @param byCard whether the card brings it
   * @param way which brings it beside the card; null: the card, or none
   * @param skip why nothing would come now; null: it would
   */
  record Preview(
      String memberId,
      String lang,
      boolean byCard,
      @Nullable ChannelKind way,
      @Nullable String skip,
      List<Said> said) {}

  Previews(
      House house,
      CampaignFeature.Sayings saying,
      WantedReader reader,
      ChannelTrial trial,
      Audit audit) {
    this.house = house;
    this.saying = saying;
    this.reader = reader;
    this.trial = trial;
    this.audit = audit;
  }

  Preview of(long merchantId, long memberId, CampaignRequest campaign) {
    Sketch sketch = reader.sketch(merchantId, campaign);
    return house.database().inTenant(merchantId, c -> of(c, merchantId, memberId, sketch));
  }

  private Preview of(Connection c, long merchantId, long memberId, Sketch sketch)
      throws SQLException {
    Personal.People people = people(c, merchantId, memberId);
    List<Said> said = new ArrayList<>();
    for (Wording.By by : Wording.By.values()) {
      List<Part> parts = parts(people, memberId, sketch, by);
      said.add(new Said(by, parts, SmsParts.of(text(parts)).parts()));
    }
    List<Long> one = List.of(memberId);
    Skip skip = saying.beside.skips(c, merchantId, one).get(memberId);
    ChannelKind way =
        skip == Skip.NO_WALLET
            ? Ladder.first(
                    c,
                    merchantId,
                    Reason.CAMPAIGN.purpose(),
                    sketch.ways(),
                    one,
                    house.clock().instant())
                .get(memberId)
            : null;
    boolean full = skip == null && saying.beside.full(c, merchantId, one).contains(memberId);
    String why = full ? Skip.CAP.name() : skip == null || way != null ? null : skip.name();
    return new Preview(
        Long.toString(memberId),
        people.lang(memberId).tag(),
        why == null && way == null,
        way,
        why,
        said);
  }

  private Personal.People people(Connection c, long merchantId, long memberId) throws SQLException {
    if (members.find(c, merchantId, memberId).isEmpty()) {
      throw new Problem(ProblemCode.MEMBER_NOT_FOUND);
    }
    return saying.personal.people(c, merchantId, List.of(memberId));
  }

  private List<Part> parts(Personal.People people, long memberId, Sketch sketch, Wording.By by) {
    return people.parts(
        sketch.wording().of(people.lang(memberId), by), memberId, facts(sketch.gift()));
  }

  private Facts facts(@Nullable Gift gift) {
    return gift == null
        ? Facts.NONE
        : Facts.NONE.with(
            gift.amount(), house.clock().instant().plus(Duration.ofDays(gift.days())));
  }

  private static String text(List<Part> parts) {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /**
   * Sends what this member would get to whoever writes it: nobody's message, of which no campaign
   * knows and no consent is asked.
   *
   * @param phone whose; a letter goes to the address that one signs in with
   */
  Tested test(
      StaffPrincipal staff,
      long memberId,
      CampaignRequest campaign,
      ChannelKind kind,
      @Nullable String phone) {
    long merchantId = staff.merchantId();
    Sketch sketch = reader.sketch(merchantId, campaign);
    String text =
        house
            .database()
            .inTenant(
                merchantId,
                c ->
                    text(
                        parts(
                            people(c, merchantId, memberId),
                            memberId,
                            sketch,
                            Wording.By.of(kind))));
    Check check = new Check();
    check.require(!text.isBlank(), "campaign.text", "REQUIRED", "не заполнено", "is required");
    String subject =
        kind == ChannelKind.MAIL
            ? check.line("campaign.subject", campaign.subject(), Ways.MOST_SUBJECT)
            : "";
    check.done();
    String to = kind == ChannelKind.MAIL ? staff.email() : phone;
    Tested tested = trial.send(merchantId, kind, to, subject, text);
    house
        .database()
        .inTenant(
            merchantId,
            c -> {
              audit.record(c, staff, "CAMPAIGN_TESTED", "channel:" + kind, Map.of());
              return tested;
            });
    return tested;
  }
}
