/** The operator of the installation: opens merchants, closes and reopens them, sees no customer. */
@NullMarked
package io.kartela.service.shop.operator;

import org.jspecify.annotations.NullMarked;
