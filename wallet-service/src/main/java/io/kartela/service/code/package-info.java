/**
 * What a reader can give: codes, numbers, phones and chips' numbers, and when two of them are the
 * same.
 */
@NullMarked
package io.kartela.service.code;

import org.jspecify.annotations.NullMarked;
