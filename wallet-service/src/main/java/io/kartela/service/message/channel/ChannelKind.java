package io.kartela.service.message.channel;

import io.kartela.service.platform.http.LocalText;
import java.time.Duration;

/** The ways to write to a member beside the card. */
public enum ChannelKind {
  SMS("SMS", "text message", Duration.ofHours(1)),
  MAIL("эл. почта", "e-mail", Duration.ZERO),
  MAX("MAX", "MAX", Duration.ZERO),
  TELEGRAM("Telegram", "Telegram", Duration.ZERO),
  VK("ВКонтакте", "VK", Duration.ZERO),
  WEB("уведомления в браузере", "browser notices", Duration.ZERO);

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final LocalText title;

  private final Duration patience;

  ChannelKind(String ru, String en, Duration patience) {
    this.title = new LocalText(ru, en);
    this.patience = patience;
  }

  public LocalText title() {
    return title;
  }

  /** How long to wait for word that it arrived; zero: nobody will tell. */
  public Duration patience() {
    return patience;
  }

  /** Whether a vendor is told our name of the words, and sends the same only once. */
  public boolean knowsRepeats() {
    return this == VK || this == WEB;
  }

  /** Whether it is a chat with the shop's bot. */
  public boolean isChat() {
    return this == MAX || this == TELEGRAM || this == VK;
  }

  /** Whether nobody asks money for it, whatever is sent. */
  boolean isFree() {
    return this == WEB;
  }

  /** Whether members have it by what they told of themselves: a phone, a letter box. */
  public boolean ofProfile() {
    return this == SMS || this == MAIL;
  }
}
