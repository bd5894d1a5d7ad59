package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.channel.WantedWays;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.merchant.Merchants;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a campaign is asked to be; thread-safe. */
final class WantedReader {
  /** Longest token of an advertisement. */
  private static final int MOST_ERID = 64;

  private final Database database;
  private final Audiences audiences;
  private final Merchants merchants;

  /** Whom to write to, as it is sent. */
  record Whom(@Nullable String tier, @Nullable String segmentId, @Nullable JsonNode condition) {}

  /**
   * A campaign as it may be looked at.
   *
   * @param ways of those that the shop has
   */
  record Sketch(Wording wording, Set<ChannelKind> ways, @Nullable Gift gift) {}

  WantedReader(Database database, Audiences audiences, Merchants merchants) {
    this.database = database;
    this.audiences = audiences;
    this.merchants = merchants;
  }

  /** Ends the check: all that is wrong is told at once. */
  Campaigns.Wanted read(long merchantId, Check check, CampaignRequest body) {
    String name = check.line("name", body.name(), 100);
    Gift gift = Gift.check(check, body.gift());
    Wording wording =
        Wording.check(
            check,
            body.text(),
            body.variants(),
            tail(merchantId, check, body.erid()),
            gift != null);
    Trial trial = Trial.check(check, body.holdOutPercent(), body.windowDays());
    Ways ways = Ways.check(check, channels(merchantId), body.ways(), body.subject(), body.budget());
    Choice choice =
        choice(merchantId, check, new Whom(body.tier(), body.segmentId(), body.condition()));
    return new Campaigns.Wanted(name, wording, choice, ways, trial, gift);
  }

  /**
   * What a campaign says that is still being written: what is wrong with it is told elsewhere, and
   * left out here.
   */
  Sketch sketch(long merchantId, CampaignRequest body) {
    Check limits = new Check();
    Wording wording =
        Wording.sketch(
            limits, body.text(), body.variants(), tail(merchantId, new Check(), body.erid()));
    limits.done();
    Set<ChannelKind> ways = EnumSet.noneOf(ChannelKind.class);
    WantedWays.known(channels(merchantId), body.ways(), true)
        .forEach(channel -> ways.add(channel.kind()));
    return new Sketch(wording, ways, gift(body));
  }

  private static @Nullable Gift gift(CampaignRequest body) {
    Check wrong = new Check();
    Gift gift = Gift.check(wrong, body.gift());
    return wrong.isFine() ? gift : null;
  }

  /** Who advertises and the token, as the law wants it of labelled texts. */
  private String tail(long merchantId, Check check, @Nullable String erid) {
    String token = check.optional("erid", erid, MOST_ERID);
    if (token == null) {
      return "";
    }
    check.require(
        token.matches("[A-Za-z0-9_-]+"),
        "erid",
        "INVALID",
        "латинские буквы и цифры",
        "Latin letters and digits");
    return "\nРеклама. " + merchants.get(merchantId).name() + ". erid: " + token;
  }

  List<Channel> channels(long merchantId) {
    return database.inTenant(merchantId, c -> ChannelStore.all(c, merchantId));
  }

  /** Who is to be written to; ends the check, because a condition's mistakes are told apart. */
  Choice choice(long merchantId, Check check, Whom whom) {
    JsonNode own = whom.condition == null || whom.condition.isNull() ? null : whom.condition;
    String tier = whom.tier == null || whom.tier.isBlank() ? null : whom.tier;
    check.require(
        (own == null ? 0 : 1) + (tier == null ? 0 : 1) + (whom.segmentId == null ? 0 : 1) <= 1,
        "condition",
        "EITHER_OR",
        "либо condition, либо segmentId, либо tier",
        "either condition, or segmentId, or tier");
    if (tier != null) {
      check.require(
          audiences.hasTier(merchantId, tier),
          "tier",
          "UNKNOWN_TIER",
          "такого уровня нет",
          "there is no such tier");
    }
    check.done();
    if (tier != null) {
      return Choice.tier(tier);
    }
    return whom.segmentId != null
        ? Choice.segment(Http.id(whom.segmentId, ProblemCode.SEGMENT_NOT_FOUND))
        : Choice.own(
            own == null ? new MemberCondition.Always() : audiences.demand(merchantId, own));
  }
}
