package io.kartela.service.platform.http;

import java.time.Duration;

/**
 * How long a connection may keep us waiting, and how many there may be.
 *
 * @param head from the first byte of a request to the end of its head
 * @param body for a body that comes too slowly to be honest; more for a large one, see {@link
 *     #bodyNanos}. As long the other side may take for a piece of an answer
 * @param idle before a first request and between two; longer than a proxy keeps its connections
 * @param total of all connections
 * @param perAddress of those from one address; a trusted proxy and this machine are not counted
 */
public record ConnectionLimits(
    Duration head, Duration body, Duration idle, int total, int perAddress) {
  public static final ConnectionLimits USUAL =
      new ConnectionLimits(
          Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(2), 10_000, 250);

  /** The slowest phone in the worst net sends faster. */
  private static final long BYTES_PER_SECOND = 8 * 1024;

  private static final Duration LONGEST_BODY = Duration.ofMinutes(5);

  public ConnectionLimits withConnections(int most, int mostPerAddress) {
    return new ConnectionLimits(head, body, idle, most, mostPerAddress);
  }

  /** How long a body may take of which so much has come. */
  long bodyNanos(long received) {
    long earned = received * (1_000_000_000L / BYTES_PER_SECOND);
    return Math.min(body.toNanos() + earned, Math.max(LONGEST_BODY.toNanos(), body.toNanos()));
  }
}
