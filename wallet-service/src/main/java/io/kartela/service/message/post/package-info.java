/**
 * The one door by which words leave for a person: whether they may, once for each occasion, and
 * exactly one verdict for each.
 */
@NullMarked
package io.kartela.service.message.post;

import org.jspecify.annotations.NullMarked;
