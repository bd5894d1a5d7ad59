/**
 * A PostgreSQL server of our own as a child process, with a data folder that survives restarts and
 * crashes. See docs/adr/0003-embedded-postgresql.md.
 */
@NullMarked
package io.kartela.service.platform.embedded;

import org.jspecify.annotations.NullMarked;
