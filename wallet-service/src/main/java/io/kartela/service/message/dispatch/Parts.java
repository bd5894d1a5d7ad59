package io.kartela.service.message.dispatch;

import io.kartela.push.sms.SmsParts;
import io.kartela.service.message.channel.ChannelKind;

/** How many times words are paid for. */
final class Parts {
  private Parts() {}

  static int of(ChannelKind kind, String text) {
    return kind == ChannelKind.SMS ? SmsParts.of(text).parts() : 1;
  }
}
