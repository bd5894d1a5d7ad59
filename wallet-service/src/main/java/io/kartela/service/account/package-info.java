@NullMarked
package io.kartela.service.account;

import org.jspecify.annotations.NullMarked;
