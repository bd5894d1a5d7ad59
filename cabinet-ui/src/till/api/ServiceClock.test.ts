import { describe, expect, it } from 'vitest'
import { ServiceClock } from './ServiceClock'

/** A service ahead of the till by `offset`, asked at `sent`; the answer leaves it `there` ms later and takes `back` ms. */
function ask(clock: ServiceClock, offset: number, sent: number, there: number, back: number) {
  const stamped = Math.floor((sent + there + offset) / 1000) * 1000
  clock.answered(sent, sent + there + back, stamped)
}

describe('the service clock', () => {
  it("is the till's own before the first answer", () => {
    expect(new ServiceClock().at(5_000).getTime()).toBe(5_000)
  })

  it('never lags behind the service, however slow the answers', () => {
    for (const offset of [0, 400, -400, 3_600_000, -86_400_000]) {
      const clock = new ServiceClock()
      for (const [sent, there, back] of [
        [1_000_123, 20, 9_000],
        [1_012_999, 5_000, 1],
        [1_020_500, 1, 1],
      ] as const) {
        ask(clock, offset, sent, there, back)
        expect(clock.at(2_000_000).getTime()).toBeGreaterThanOrEqual(2_000_000 + offset)
      }
      expect(clock.at(2_000_000).getTime()).toBeLessThanOrEqual(2_000_000 + offset + 2_000)
    }
  })

  it('keeps what a quick answer told when a slow one follows', () => {
    const clock = new ServiceClock()
    ask(clock, 0, 10_900, 5, 5)
    const before = clock.at(0).getTime()
    ask(clock, 0, 20_000, 60_000, 60_000)
    expect(clock.at(0).getTime()).toBe(before)
  })

  it('follows a clock that was set', () => {
    const clock = new ServiceClock()
    ask(clock, 0, 10_000, 5, 5)
    ask(clock, -7_200_000, 20_000, 5, 5)
    const at = clock.at(30_000).getTime() - 30_000
    expect(at).toBeGreaterThanOrEqual(-7_200_000)
    expect(at).toBeLessThanOrEqual(-7_198_000)
  })

  it('learns nothing from an answer without a date', () => {
    const clock = new ServiceClock()
    clock.answered(1, 2, Number.NaN)
    expect(clock.at(9).getTime()).toBe(9)
  })
})
