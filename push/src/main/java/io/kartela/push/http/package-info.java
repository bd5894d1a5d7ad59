/**
 * What channels over HTTP share: one request with what is certain about it, bodies, and the base of
 * their loopback stand-ins.
 */
@NullMarked
package io.kartela.push.http;

import org.jspecify.annotations.NullMarked;
