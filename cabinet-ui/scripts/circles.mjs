// No file and no folder may stand below something that stands below it: what both need (often a type) belongs into the lower one.
//   node scripts/circles.mjs [SRC]
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Every file of code or style under `src` with the files that it names, types as well. */
export function arrowsOf(src) {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const known = new Set(files)
  const named = (file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'((?:@\/|\.)[^']*)'/g)].map(([, name]) =>
      name.startsWith('@/') ? join(src, name.slice(2)) : resolve(dirname(file), name),
    )
  const found = (path) => [path, `${path}.ts`, `${path}.tsx`].find((one) => known.has(one))
  return new Map(
    files.map((file) => [
      relative(src, file),
      new Set(
        named(file)
          .map(found)
          .filter((one) => one)
          .map((one) => relative(src, one)),
      ),
    ]),
  )
}

/** The same arrows between the folders of the files. */
export function between(arrows) {
  const folders = new Map()
  for (const [from, targets] of arrows) {
    const folder = dirname(from)
    if (!folders.has(folder)) folders.set(folder, new Set())
    for (const to of targets) if (dirname(to) !== folder) folders.get(folder).add(dirname(to))
  }
  return folders
}

/** A way round for each circle: what is left when everything that names nothing left has been taken away, walked until it repeats. */
export function circle(arrows) {
  const left = new Map(arrows)
  for (let before = -1; before !== left.size; ) {
    before = left.size
    for (const [name, targets] of left) if (![...targets].some((to) => left.has(to))) left.delete(name)
  }
  const way = []
  for (let at = left.keys().next().value; at !== undefined; ) {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at]
    way.push(at)
    at = [...left.get(at)].find((to) => left.has(to))
  }
  return undefined
}

if (process.argv[1] === import.meta.filename) {
  const files = arrowsOf(resolve(process.argv[2] ?? join(import.meta.dirname, '../src')))
  const circles = [circle(files), circle(between(files))].filter((way) => way)
  for (const way of circles) console.error(`a circle: ${way.join(' → ')}`)
  process.exit(circles.length > 0 ? 1 : 0)
}
