package io.kartela.push.smpp;

import io.kartela.push.Answer;
import io.kartela.push.Delivery.AddressFate;
import java.time.Duration;

/** What a command_status says, and of whom. */
final class SmppStatus {
  private SmppStatus() {}

  static Answer answer(int status) {
    String code = "0x%02X".formatted(status);
    return switch (status) {
      case 0x0B -> new Answer.AddressRefused(code, AddressFate.DEAD);
      // Too long, the sender's name, the life of the text, and what will never be well.
      case 0x01, 0x0A, 0x61, 0x62, 0x65, 0x66 -> new Answer.TextRefused(code);
      case 0x0D, 0x0E, 0x0F -> new Answer.CredentialRefused(code);
      case 0x14 -> new Answer.Throttled(code, Duration.ofSeconds(5));
      case 0x58 -> new Answer.Throttled(code, Duration.ofSeconds(1));
      case 0x64 -> new Answer.Throttled(code, Duration.ofMinutes(1));
      case 0x04, 0x05, 0x08, 0x45 -> new Answer.NotSent(code);
      default -> new Answer.Unknown(code);
    };
  }
}
