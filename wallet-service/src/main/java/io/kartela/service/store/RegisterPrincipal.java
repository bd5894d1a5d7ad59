package io.kartela.service.store;

import java.time.ZoneId;

/** The cash register that speaks: who it is and where it stands. */
public record RegisterPrincipal(
    long merchantId,
    long registerId,
    String registerName,
    long storeId,
    String storeName,
    ZoneId storeZone) {}
