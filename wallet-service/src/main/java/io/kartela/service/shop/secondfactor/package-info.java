/** What people of a shop show besides the password: an app's code, a passkey, a recovery code. */
@NullMarked
package io.kartela.service.shop.secondfactor;

import org.jspecify.annotations.NullMarked;
