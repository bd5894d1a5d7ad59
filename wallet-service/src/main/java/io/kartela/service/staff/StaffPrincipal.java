package io.kartela.service.staff;

import io.kartela.service.http.Lang;

/** The employee who is signed in. */
public record StaffPrincipal(
    long merchantId, long staffId, String name, String email, Role role, Lang locale) {}
