/**
 * Lists that people bring in files: read, mapped, checked, taken in by a background job row by row,
 * told what was wrong with each. What rows mean is the kinds' own.
 */
@NullMarked
package io.kartela.service.shop.imports;

import org.jspecify.annotations.NullMarked;
