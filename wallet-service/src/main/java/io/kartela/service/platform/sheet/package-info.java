/** Tables in files: CSV, Excel and YML are read row by row, Excel is written. */
@NullMarked
package io.kartela.service.platform.sheet;

import org.jspecify.annotations.NullMarked;
