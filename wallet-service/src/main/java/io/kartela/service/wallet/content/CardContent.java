package io.kartela.service.wallet.content;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Signs;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a card shows, whichever wallet draws it. Amounts are minor units (kopecks, hundredths
 * of a bonus).
 *
 * @param locale the member's language: what a phone in neither Russian nor English sees
 * @param number the card's number for people
 * @param code what the barcode says
 * @param ean13 what an EAN-13 says, which has no room for that; null: the card has none
 * @param available bonuses that may be spent now
 * @param pending bonuses that become spendable later
 * @param debt bonuses owed after a return, zero or more
 * @param nextBurn null when nothing is due to burn
 * @param progress null on the highest tier
 * @param operations the last ones, newest first; the first ten are shown
 * @param terms the program's terms, possibly empty
 * @param zone where dates are shown
 * @param validUntil the card's last second; null: it is valid for good
 */
public record CardContent(
    long merchantId,
    long memberId,
    Text shopName,
    Text programName,
    String memberName,
    Lang locale,
    String number,
    String code,
    @Nullable String ean13,
    Tier tier,
    long available,
    long pending,
    long debt,
    @Nullable Burn nextBurn,
    @Nullable Progress progress,
    List<Operation> operations,
    Text terms,
    Links links,
    Status status,
    ZoneId zone,
    @Nullable Instant validUntil) {

  public CardContent {
    operations = List.copyOf(operations.subList(0, Math.min(10, operations.size())));
    Objects.requireNonNull(programName);
    Objects.requireNonNull(locale);
    Objects.requireNonNull(tier);
    Objects.requireNonNull(terms);
    Objects.requireNonNull(links);
    Objects.requireNonNull(status);
    Objects.requireNonNull(zone);
    requireText(shopName.ru, "shopName");
    requireText(shopName.en, "shopName");
    requireText(number, "number");
    requireText(code, "code");
    requireText(memberName, "memberName");
    shopName = new Text(name(shopName.ru), name(shopName.en));
    memberName = name(memberName);
    programName = new Text(name(programName.ru), name(programName.en));
  }

  /** The same card with an end, after which it invites nobody. */
  public CardContent until(Instant end, Instant now) {
    return new CardContent(
        merchantId,
        memberId,
        shopName,
        programName,
        memberName,
        locale,
        number,
        code,
        ean13,
        tier,
        available,
        pending,
        debt,
        nextBurn,
        progress,
        operations,
        terms,
        now.isAfter(end) ? new Links(links.cardPage, links.shop) : links,
        status,
        zone,
        end);
  }

  /** The same card with the codes and links of another: to be looked at by whom it is not. */
  public CardContent like(CardContent other) {
    return new CardContent(
        merchantId,
        other.memberId,
        shopName,
        programName,
        memberName,
        locale,
        other.number,
        other.code,
        other.ean13,
        tier,
        available,
        pending,
        debt,
        nextBurn,
        progress,
        operations,
        terms,
        other.links,
        status,
        zone,
        validUntil);
  }

  /** When it ends, as both wallets want it written; null: never. */
  public @Nullable String endText() {
    return validUntil == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(validUntil.atZone(zone));
  }

  /** One text in both languages. */
  public record Text(String ru, String en) {
    public Text {
      Objects.requireNonNull(ru);
      Objects.requireNonNull(en);
    }

    public static Text same(String both) {
      return new Text(both, both);
    }

    public String in(Lang lang) {
      return lang == Lang.RU ? ru : en;
    }

    public boolean isBlank() {
      return ru.isBlank() && en.isBlank();
    }
  }

  /**
   * A step of the program.
   *
   * @param color {@code #rrggbb}
   * @param since when the member came to it
   */
  public record Tier(String id, Text name, String color, Instant since) {
    /** For whoever does not care since when. */
    public Tier(String id, Text name, String color) {
      this(id, name, color, Instant.EPOCH);
    }

    public Tier {
      Objects.requireNonNull(since);
      requireText(id, "tier");
      name = new Text(CardContent.name(name.ru), CardContent.name(name.en));
      if (!color.matches("#[0-9a-fA-F]{6}")) {
        throw new IllegalArgumentException("a colour is #rrggbb: " + color);
      }
    }
  }

  /** What burns first. */
  public record Burn(long amount, Instant at) {
    public Burn {
      Objects.requireNonNull(at);
    }
  }

  /**
   * The way to the next tier.
   *
   * @param remaining purchases still missing, minor units of money
   * @param percent how much of the way is done, 0..100
   */
  public record Progress(Text nextTier, long remaining, int percent) {
    public Progress {
      Objects.requireNonNull(nextTier);
      percent = Math.clamp(percent, 0, 100);
    }
  }

  /**
   * Something that moved the balance.
   *
   * @param amount bonuses, signed
   */
  public record Operation(Instant at, Text text, long amount) {
    public Operation {
      Objects.requireNonNull(at);
      Objects.requireNonNull(text);
    }
  }

  /**
   * Addresses on the back.
   *
   * @param cardPage the member's card on the web
   * @param shop null when the shop has no page
   * @param invite null when the member may not invite now
   */
  public record Links(URI cardPage, @Nullable URI shop, @Nullable Invite invite) {
    public Links {
      Objects.requireNonNull(cardPage);
    }

    /** Of a card that invites nobody. */
    public Links(URI cardPage, @Nullable URI shop) {
      this(cardPage, shop, null);
    }
  }

  /**
   * What the member hands to a friend.
   *
   * @param code for people
   * @param link the sign-up page that knows who invites
   */
  public record Invite(String code, URI link) {
    public Invite {
      Objects.requireNonNull(link);
      requireText(code, "invite");
    }
  }

  /** A blocked member's card is drawn as void. */
  public enum Status {
    ACTIVE,
    BLOCKED
  }

  /** One line that reads as it was written; names of old may be something else. */
  private static String name(String text) {
    String line = Signs.line(text);
    return line.isEmpty() && !text.isEmpty() ? "…" : line;
  }

  private static void requireText(String text, String name) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " is empty");
    }
  }
}
