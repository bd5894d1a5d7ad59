// node --test .ci: that the measuring sees what is there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolve } from 'node:path'
import { between, circles, floors, javaParts, longFunctions, measure } from './measure.mjs'

const arrows = (text) => new Map(text.split(' ').map((one) => one.split(':')).map(([from, to]) => [from, new Set(to ? to.split(',') : [])]))

test('counts what stands between brackets, not what stands in others', () => {
  assert.equal(between('(Map<String, Long> a, int b)', 0).count, 2)
  assert.equal(between('()', 0).count, 0)
  assert.equal(between('(f(1, 2))', 0).count, 1)
  assert.equal(between('(a -> { b; }, 2)', 0).count, 2)
})

test('finds constructors, methods and records of a formatted class', () => {
  const lines = Array.from({ length: 80 }, () => '    call("{", 1);').join('\n')
  const source = `final class Till {
  private record Wide(int a, int b, Map<String, Long> c) {}

  /** Not a { method. */
  Till(
      int a, int b) {
    this.a = a;
  }

  private static <T> void long1(T a) throws IOException {
${lines}
  }

  abstract void none();
}
`
  const { methods, constructors, records } = javaParts(source)
  assert.deepEqual(constructors, [{ name: 'Till', parameters: 2, lines: 4 }])
  assert.deepEqual(methods, [{ name: 'long1', lines: 82 }])
  assert.deepEqual(records, [{ name: 'Wide', components: 3 }])
})

test('finds circles, and how many floors there are with each circle as one room', () => {
  const house = arrows('a:b b:c c:b,d d: e:a')
  assert.deepEqual(circles(house), [['b', 'c']])
  assert.equal(floors(house), 4)
  assert.deepEqual(circles(arrows('a:b b:')), [])
})

test('finds long functions of the front end', () => {
  const body = Array.from({ length: 10 }, () => '  call(`${"}"}`)').join('\n')
  assert.deepEqual(longFunctions(`export function Page({ a }: { a: string }) {\n${body}\n}\n`, 8), [{ name: 'Page', lines: 12 }])
  assert.deepEqual(longFunctions(`export function Page() {\n${body}\n}\n`, 20), [])
})

test('what the house has got rid of stays away', () => {
  const gone = /^(methods over|constructors of|packages without|circles of|front end: functions over|front end: circles)/
  const found = measure(resolve(import.meta.dirname, '..')).filter(([name]) => gone.test(name))
  assert.equal(found.length, 7)
  for (const [name, value, which] of found) assert.equal(value, 0, `${name}: ${which.join(', ')}`)
})
