@NullMarked
package io.kartela.service.db;

import org.jspecify.annotations.NullMarked;
