/** What is to be told when a transaction is committed, written in that transaction. */
@NullMarked
package io.kartela.service.platform.outbox;

import org.jspecify.annotations.NullMarked;
