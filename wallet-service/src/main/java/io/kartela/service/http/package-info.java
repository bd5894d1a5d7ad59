@NullMarked
package io.kartela.service.http;

import org.jspecify.annotations.NullMarked;
