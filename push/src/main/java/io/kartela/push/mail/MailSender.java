package io.kartela.push.mail;

import io.kartela.push.TextChannel;

/** Carries letters. */
public interface MailSender extends TextChannel<Mail> {}
