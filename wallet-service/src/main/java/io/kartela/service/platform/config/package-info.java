/**
 * Configuration: records read once at start-up from defaults, one file, the environment and the
 * command line; all mistakes are reported together.
 */
@NullMarked
package io.kartela.service.platform.config;

import org.jspecify.annotations.NullMarked;
