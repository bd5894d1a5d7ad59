import { describe, expect, it } from 'vitest'
import { placeOf } from '../light/router'
import { isLoopback, platformOf } from './platform'
import { between } from './useCountUp'

describe('platformOf', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
      'iphone',
    ],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36', 'android'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15', 'desktop'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1',
      'iphone',
    ],
    // An iPad of today says it is a Mac; one of yesterday names itself. Neither has a Wallet for cards.
    ['Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile/15E148', 'desktop'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 Chrome/126.0 Safari/537.36', 'android'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'desktop'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36', 'desktop'],
  ])('%s', (agent, platform) => expect(platformOf(agent)).toBe(platform))
})

it('knows addresses that no phone can open', () => {
  expect(['127.0.0.1', 'localhost', '[::1]'].every(isLoopback)).toBe(true)
  expect(['192.168.0.5', 'card.shop.test', 'localhost.shop.test'].some(isLoopback)).toBe(false)
})

describe('placeOf', () => {
  it('knows the two pages', () => {
    expect(placeOf('/join/zerno')).toEqual({ page: 'join', slug: 'zerno' })
    expect(placeOf('/c/AbC-12_3/')).toEqual({ page: 'card', token: 'AbC-12_3' })
  })
  it('knows where the home screen begins', () => expect(placeOf('/c/mine')).toEqual({ page: 'mine' }))
  it.each(['/', '/c/', '/c/a/b', '/join', '/c/%E0%A4%A'])('%s is neither', (path) => {
    expect(placeOf(path)).toEqual({ page: 'nowhere' })
  })
})

describe('between', () => {
  it('runs in whole bonuses and ends exactly', () => {
    expect(between(10000, 12345, 0)).toBe(10000)
    expect(between(10000, 12345, 0.5) % 100).toBe(0)
    expect(between(10000, 12345, 1)).toBe(12345)
  })
})
