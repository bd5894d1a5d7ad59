package io.kartela.push.sms;

import io.kartela.push.TextChannel;

/** Carries short texts to phones. */
public interface SmsGateway extends TextChannel<TextMessage> {}
