package io.kartela.service.program;

import io.kartela.rules.Explain;
import io.kartela.rules.Prepared;
import io.kartela.rules.Program;
import java.time.Instant;
import java.util.List;

/**
 * A published program: immutable, numbered from 1 within its merchant, addressed by its content
 * too.
 *
 * @param document the JSON as it was published
 */
public record Published(
    int number,
    String contentId,
    Program program,
    Prepared prepared,
    Explain russian,
    Explain english,
    ProgramNeeds needs,
    String document,
    Instant publishedAt,
    String publishedBy,
    List<TierView> tiers) {

  /** The view of this tier; the lowest when the id is not (or no longer) known. */
  public TierView tier(String id) {
    return tiers.stream().filter(t -> t.id().equals(id)).findFirst().orElse(tiers.getFirst());
  }
}
