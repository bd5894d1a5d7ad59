package io.kartela.service.shop.goods;

/**
 * A category of goods.
 *
 * @param key as rules and registers write it; it stays when the name changes
 * @param parent 0: it lies under nothing
 */
record Category(long id, String key, String name, long parent) {}
