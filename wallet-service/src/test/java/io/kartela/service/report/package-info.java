@NullMarked
package io.kartela.service.report;

import org.jspecify.annotations.NullMarked;
