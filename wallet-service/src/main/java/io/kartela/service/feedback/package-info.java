/**
 * What members say of their purchases: asked once for each receipt, rated by a link without signing
 * in, worked on by the shop, counted in its NPS.
 */
@NullMarked
package io.kartela.service.feedback;

import org.jspecify.annotations.NullMarked;
