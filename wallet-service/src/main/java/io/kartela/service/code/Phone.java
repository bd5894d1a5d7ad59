package io.kartela.service.code;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A phone number in E.164 ({@code +79123456789}), whatever way it was typed. Numbers without a
 * country code are read as Russian: the market this service is for.
 */
public record Phone(String e164) {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final String HOME = "RU";

  public static Optional<Phone> parse(String text) {
    String plain = text.strip();
    if (plain.length() > 40 || plain.chars().filter(Character::isDigit).count() < 7) {
      return Optional.empty();
    }
    try {
      PhoneNumber number = UTIL.parse(plain, HOME);
      return UTIL.isValidNumber(number)
          ? Optional.of(new Phone(UTIL.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A number that begins with its country: after the {@code 00} of most of the world, or after
   * nothing at all.
   */
  public static Optional<Phone> withCountry(String digits) {
    String plain = digits.startsWith("00") ? digits.substring(2) : digits;
    return plain.matches("[1-9][0-9]{9,14}") ? parse("+" + plain) : Optional.empty();
  }

  /** Whether it is a mobile phone of the country that numbers without one are read as. */
  public boolean isMobile() {
    return e164.startsWith("+79");
  }

  /** The country that it belongs to, such as {@code RU}; {@code ZZ} when it is none's alone. */
  public String region() {
    try {
      String region = UTIL.getRegionCodeForNumber(UTIL.parse(e164, HOME));
      return region == null ? "ZZ" : region;
    } catch (NumberParseException e) {
      return "ZZ";
    }
  }

  /** The last four digits only: enough to ask "is it yours?", too little to call. */
  public String masked() {
    return masked(e164);
  }

  /** The same of a stored number. */
  public static String masked(String e164) {
    return "•••• " + e164.substring(Math.max(0, e164.length() - 4));
  }
}
