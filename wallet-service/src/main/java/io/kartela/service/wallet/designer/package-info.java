/** Designing cards: drafts, checks, previews, publication and its way to every issued card. */
@NullMarked
package io.kartela.service.wallet.designer;

import org.jspecify.annotations.NullMarked;
