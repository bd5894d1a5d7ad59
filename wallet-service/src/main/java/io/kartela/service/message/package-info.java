/** Words to a person: who may be sent how many, and what became of them. */
@NullMarked
package io.kartela.service.message;

import org.jspecify.annotations.NullMarked;
