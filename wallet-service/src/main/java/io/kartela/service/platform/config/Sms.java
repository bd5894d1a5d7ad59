package io.kartela.service.platform.config;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who carries one-time codes to phones: what a gateway is told, and how that is read.
 *
 * @param key who we are to the gateway; there unless the simulator plays it
 * @param sender the name agreed with the gateway; empty: its common one
 * @param address where the gateway is
 */
public record Sms(Gateway gateway, Optional<Secret> key, String sender, URI address) {
  /** The carriers. */
  public enum Gateway {
    /** Nobody: codes cannot be sent. */
    NONE,
    /** The simulator's mailbox. */
    SIMULATOR,
    /** SMS.RU, or the simulator's stand-in for it when the simulator runs. */
    SMSRU
  }

  static Sms read(Settings settings, Values values, boolean simulator) {
    Gateway gateway =
        values.choice(Key.SMS_GATEWAY, Gateway.class, simulator ? Gateway.SIMULATOR : Gateway.NONE);
    if (gateway == Gateway.SIMULATOR && !simulator) {
      settings.mistake(
          "%s is simulator, but the simulator does not run; use smsru or none.",
          settings.where(Key.SMS_GATEWAY));
    }
    Optional<Secret> key = values.secret(Key.SMSRU_API_ID);
    String sender = values.text(Key.SMSRU_SENDER);
    URI address =
        values.webAddress(Key.SMSRU_ADDRESS).orElse(URI.create(Key.SMSRU_ADDRESS.defaultText()));
    if (gateway == Gateway.SMSRU) {
      smsRu(settings, simulator, key.isPresent(), sender, address);
    } else {
      Stream.of(Key.SMSRU_API_ID, Key.SMSRU_SENDER, Key.SMSRU_ADDRESS)
          .filter(settings::has)
          .forEach(
              given ->
                  settings.mistake(
                      "%s is set, but sms.gateway is not smsru.", settings.where(given)));
    }
    return new Sms(gateway, key, sender, address);
  }

  private static void smsRu(
      Settings settings, boolean simulator, boolean keyGiven, String sender, URI address) {
    if (simulator) {
      Stream.of(Key.SMSRU_API_ID, Key.SMSRU_ADDRESS)
          .filter(settings::has)
          .forEach(
              given ->
                  settings.mistake(
                      "%s is set, but the simulator answers in place of SMS.RU; use --no-simulator"
                          + " or leave it out.",
                      settings.where(given)));
    } else if (!keyGiven) {
      settings.mistake(
          "%s is smsru, but %s (or %s) is not set.",
          settings.where(Key.SMS_GATEWAY), Key.SMSRU_API_ID.key(), Key.SMSRU_API_ID.variable());
    }
    if (!sender.isEmpty() && !sender.matches("[A-Za-z0-9 ._-]{1,11}")) {
      settings.mistake(
          "%s must be 1 to 11 Latin characters, not %s.", settings.where(Key.SMSRU_SENDER), sender);
    }
    boolean loopback = address.getHost().matches("127(\\.\\d{1,3}){3}|localhost|\\[::1\\]");
    if (!"https".equals(address.getScheme()) && !loopback) {
      settings.mistake(
          "%s must be an https address: the key travels there.", settings.where(Key.SMSRU_ADDRESS));
    }
  }
}
