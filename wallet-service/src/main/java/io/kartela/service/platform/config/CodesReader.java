package io.kartela.service.platform.config;

import io.kartela.service.platform.config.Config.Codes;
import io.kartela.service.platform.config.Config.Sms;
import io.kartela.service.platform.config.Config.Sms.Gateway;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One-time codes: who carries them and how many go out. */
final class CodesReader {
  private static final int MANY = 1_000_000;

  private final Settings settings;
  private final Values values;

  CodesReader(Settings settings, Values values) {
    this.settings = settings;
    this.values = values;
  }

  Sms sms(boolean simulator) {
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
      smsRu(simulator, key.isPresent(), sender, address);
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

  private void smsRu(boolean simulator, boolean keyGiven, String sender, URI address) {
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

  Codes codes() {
    return new Codes(
        values.number(Key.CODES_PER_PHONE, 1, 100),
        values.number(Key.CODES_PER_SHOP, 1, MANY),
        countries(),
        values.number(Key.CODES_PER_FOREIGN_COUNTRY, 0, MANY));
  }

  private Set<String> countries() {
    Set<String> countries = new TreeSet<>();
    Arrays.stream(values.text(Key.CODES_HOME_COUNTRIES).split(",", -1))
        .map(String::strip)
        .forEach(countries::add);
    if (!countries.stream().allMatch(c -> c.matches("[A-Z]{2}"))) {
      settings.mistake(
          "%s must be countries of two capital letters such as RU,KZ, not %s.",
          settings.where(Key.CODES_HOME_COUNTRIES), values.text(Key.CODES_HOME_COUNTRIES));
    }
    return countries;
  }
}
