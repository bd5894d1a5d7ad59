package io.kartela.service;

import io.kartela.push.Answer;
import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;

/** No gateway is configured: one-time codes cannot be sent, and callers are told so. */
final class NoSms implements SmsGateway {
  @Override
  public Answer send(TextMessage message) {
    return new Answer.NotSent("NO_SMS_GATEWAY");
  }
}
