@NullMarked
package io.kartela.service.member;

import org.jspecify.annotations.NullMarked;
