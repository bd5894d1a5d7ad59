/**
 * The service put together: configuration and parts in {@link io.kartela.service.Wiring}, from
 * start to stop.
 */
@NullMarked
package io.kartela.service;

import org.jspecify.annotations.NullMarked;
