/** Designing cards: drafts, checks, previews, publication and its way to every issued card. */
@NullMarked
package io.kartela.service.design;

import org.jspecify.annotations.NullMarked;
