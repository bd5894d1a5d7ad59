/** Whole seconds in the Date header, and the second in which a server may keep using the last one. */
const HEADER_AGE_MS = 2000

/**
 * What the service's clock shows, learnt from the Date header of its answers: a till's own clock may be wrong by hours.
 * An answer only tells bounds, as it may have waited on the way; all of them together narrow the difference down.
 *
 * Of what is possible it takes the latest: a receipt stamped before the bonuses that it spends would be refused, while
 * the service takes a time a little ahead of its own as "now".
 */
export class ServiceClock {
  private least = Number.NEGATIVE_INFINITY
  private most = Number.POSITIVE_INFINITY

  /** A question sent and answered at these times of the till; `date` is the answer's header, NaN when it had none. */
  answered(sentMs: number, receivedMs: number, date: number) {
    if (Number.isNaN(date)) return
    const least = date - receivedMs
    const most = date + HEADER_AGE_MS - sentMs
    if (most < this.least || least > this.most) {
      // One of the clocks was set: what was known before is worth nothing.
      this.least = least
      this.most = most
    } else {
      this.least = Math.max(this.least, least)
      this.most = Math.min(this.most, most)
    }
  }

  /** The service's time when the till's clock shows `tillMs`; before the first answer the till's own. */
  at(tillMs: number): Date {
    return new Date(tillMs + (Number.isFinite(this.most) ? this.most : 0))
  }
}
