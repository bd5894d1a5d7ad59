// @vitest-environment node
import { expect, it } from 'vitest'
import { longFunctions } from './functions.mjs'

const calls = (lines) => `{\n${'  call({ text: "}" })\n'.repeat(lines - 2)}}`

it('counts from the first brace to the last, whatever kind of function it is', () => {
  const source = `
    export function Page({ a, b }: { a: string; b: number }) ${calls(9)}
    const useThing = async () => ${calls(10)}
    const short = () => ${calls(8)}
    class Queue { send(receipt: Receipt) ${calls(11)} }
    effect(() => ${calls(12)})
  `
  expect(longFunctions('page.tsx', source, 8)).toEqual([
    { name: 'Page', lines: 9 },
    { name: 'useThing', lines: 10 },
    { name: 'send', lines: 11 },
    { name: 'line 40', lines: 12 },
  ])
  expect(longFunctions('page.tsx', source, 12)).toEqual([])
})
