/**
 * The door: who may come in, how requests are framed and bounded, how errors and lists are told,
 * pages and files.
 */
@NullMarked
package io.kartela.service.platform.http;

import org.jspecify.annotations.NullMarked;
