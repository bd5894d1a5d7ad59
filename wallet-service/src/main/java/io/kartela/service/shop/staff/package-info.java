/** People of a shop who sign in: passwords, sessions, roles, invitations. */
@NullMarked
package io.kartela.service.shop.staff;

import org.jspecify.annotations.NullMarked;
