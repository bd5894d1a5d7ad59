/** What a shop calls its members: tags, which rules and segments may ask for. */
@NullMarked
package io.kartela.service.member.tag;

import org.jspecify.annotations.NullMarked;
