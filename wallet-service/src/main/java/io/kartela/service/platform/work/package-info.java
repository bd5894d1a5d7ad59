/** Work in the background: loops that survive their work, and one merchant's trouble kept his. */
@NullMarked
package io.kartela.service.platform.work;

import org.jspecify.annotations.NullMarked;
