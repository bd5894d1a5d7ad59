package io.kartela.service;

import io.kartela.push.Delivery;
import io.kartela.push.mailbox.SmsGateway;
import io.kartela.push.mailbox.TextMessage;

/** No gateway is configured: one-time codes cannot be sent, and callers are told so. */
final class NoSms implements SmsGateway {
  @Override
  public Delivery send(TextMessage message) {
    return new Delivery.Rejected("NO_SMS_GATEWAY", Delivery.AddressFate.KEEP, null);
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
