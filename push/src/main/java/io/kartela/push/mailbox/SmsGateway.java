package io.kartela.push.mailbox;

import io.kartela.push.Channel;

/** Sends short texts by SMS. See {@link Channel} for threads and errors. */
public interface SmsGateway extends Channel<TextMessage> {}
