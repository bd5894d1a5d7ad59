package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;

/**
 * Something that happened to a member.
 *
 * @param key by which occasions of one look are gone through
 * @param name what makes it this occasion and no other of its automation
 */
record Occasion(long key, long memberId, String name, Facts facts) {}
