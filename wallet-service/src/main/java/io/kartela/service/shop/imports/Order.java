package io.kartela.service.shop.imports;

/**
 * Whose list is taken in.
 *
 * @param author who ordered it, as the audit names people
 * @param person the same by name
 */
public record Order(long merchantId, long importId, String author, String person) {}
