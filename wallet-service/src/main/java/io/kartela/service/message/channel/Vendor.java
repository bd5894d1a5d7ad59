package io.kartela.service.message.channel;

import java.util.List;

/** Whoever carries words for a shop, and what has to be told to it. */
public enum Vendor {
  SMSRU(ChannelKind.SMS, true, List.of(), List.of("sender")),
  SMSC(ChannelKind.SMS, true, List.of("login"), List.of("sender")),
  SMSAERO(ChannelKind.SMS, true, List.of("login", "sender"), List.of()),
  EXOLVE(ChannelKind.SMS, true, List.of("sender"), List.of()),
  SMPP(
      ChannelKind.SMS,
      true,
      List.of("host", "port", "security", "login", "sender"),
      List.of("ids")),
  SMTP(ChannelKind.MAIL, false, List.of("host", "port", "security", "from"), List.of("login")),
  MAX(ChannelKind.MAX, true, List.of("bot"), List.of()),
  TELEGRAM(ChannelKind.TELEGRAM, true, List.of("bot"), List.of()),
  VK(ChannelKind.VK, true, List.of("group"), List.of("confirmation")),
  WEBPUSH(ChannelKind.WEB, false, List.of(), List.of());

  private final ChannelKind kind;
  private final boolean needsSecret;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> required;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> optional;

  Vendor(ChannelKind kind, boolean needsSecret, List<String> required, List<String> optional) {
    this.kind = kind;
    this.needsSecret = needsSecret;
    this.required = required;
    this.optional = optional;
  }

  ChannelKind kind() {
    return kind;
  }

  boolean needsSecret() {
    return needsSecret;
  }

  List<String> required() {
    return required;
  }

  List<String> optional() {
    return optional;
  }

  boolean knows(String setting) {
    return required.contains(setting) || optional.contains(setting);
  }
}
