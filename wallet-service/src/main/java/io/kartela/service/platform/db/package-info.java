/**
 * The database: one merchant at a time behind row-level security, identifiers, locks by name, and
 * what counts as an outage.
 */
@NullMarked
package io.kartela.service.platform.db;

import org.jspecify.annotations.NullMarked;
