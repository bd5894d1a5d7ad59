/**
 * Proof that a phone is somebody's, without a text: a messenger's button or a call, bound to one
 * attempt.
 */
@NullMarked
package io.kartela.service.message.proof;

import org.jspecify.annotations.NullMarked;
