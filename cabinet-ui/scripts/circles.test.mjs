// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { arrowsOf, between, circle } from './circles.mjs'

let src
afterEach(() => rmSync(src, { recursive: true }))

function house(files) {
  src = mkdtempSync(join(tmpdir(), 'circles-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(src, name)), { recursive: true })
    writeFileSync(join(src, name), text)
  }
  return arrowsOf(src)
}

it('finds a type that a file takes from the one above it', () => {
  const files = house({
    'main.ts': "import { list } from './list'",
    'list.ts': "import { row } from './row'",
    'row.ts': "import type { Props } from './list'",
  })
  expect(circle(files)).toEqual(['list.ts', 'row.ts', 'list.ts'])
})

it('finds folders that need each other though no two files do', () => {
  const files = house({
    'shop/page.ts': "const part = import('@/shop/parts/part')",
    'shop/parts/part.ts': "import classes from '../shop.module.css'",
    'shop/shop.module.css': '',
  })
  expect(circle(files)).toBeUndefined()
  expect(circle(between(files))).toEqual(['shop', 'shop/parts', 'shop'])
})

it('lets a house stand that has a top and a bottom', () => {
  const files = house({
    'shop/page.ts': "import { list } from '@/base/list'\nimport './parts/part'",
    'shop/parts/part.ts': "import { list } from '@/base/list'",
    'base/list.ts': "import 'react'",
  })
  expect(circle(files)).toBeUndefined()
  expect(circle(between(files))).toBeUndefined()
})
