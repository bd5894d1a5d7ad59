package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.Lang;

/** The employee who is signed in. */
public record StaffPrincipal(
    long merchantId, long staffId, String name, String email, Role role, Lang locale) {}
