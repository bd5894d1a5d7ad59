// The house in figures: node measure.mjs [ROOT]. Reads sources alone; Java as google-java-format leaves it, imports as they stand.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { arrowsOf, between as foldersOf } from '../cabinet-ui/scripts/circles.mjs'

const LONG_FILE = 300
const LONG_METHOD = 70
const MANY = 8

function files(folder, ending) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path, ending)
    return ending.test(entry.name) ? [path] : []
  })
}

/** Comments and texts are blanked, so that braces and commas in them count for nothing. */
export function bare(source) {
  return source.replace(/"""[\s\S]*?"""|\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  )
}

/** How many things stand between the brackets that open at `at`, commas inside other brackets aside; and where they close. */
export function between(text, at) {
  let depth = 0
  let count = 0
  let something = false
  for (let i = at; i < text.length; i++) {
    const char = text[i]
    if ('(<[{'.includes(char)) depth++
    else if (')>]}'.includes(char) && !text.startsWith('->', i - 1)) {
      depth--
      if (depth === 0) return { count: something ? count + 1 : 0, end: i }
    } else if (char === ',' && depth === 1) count++
    if (depth >= 1 && i > at && !/\s/.test(char)) something = true
  }
  return { count: 0, end: text.length }
}

/** Methods and constructors with their lines, and the components of records, of one formatted Java file. */
export function javaParts(source) {
  const text = bare(source)
  const methods = []
  const constructors = []
  const records = []
  const types = new Set([...text.matchAll(/\b(?:class|record|enum|interface)\s+(\w+)/g)].map((m) => m[1]))
  for (const found of text.matchAll(/\brecord\s+(\w+)\s*(?:<[^(]*>)?\s*\(/g)) {
    records.push({ name: found[1], components: between(text, found.index + found[0].length - 1).count })
  }
  const lines = text.split('\n')
  const starts = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  const head = /^( {2,8})(?! )(?!(?:if|for|while|switch|try|catch|else|do|return|new|throw|case|synchronized|assert|yield|record)\b)(?:[\w<>@?,.[\]& ]*\s)?(\w+)\(/
  lines.forEach((line, i) => {
    const found = head.exec(line)
    if (!found || /=|\b(?:record|class|enum|interface)\b|^\s*[.&|+?:)]/.test(line)) return
    const open = starts[i] + found[0].length - 1
    const { count, end } = between(text, open)
    const rest = /^[\w\s,.@<>]*\{/.exec(text.slice(end + 1))
    if (!rest || /^\s*->/.test(text.slice(end + 1))) return
    // With nothing in it, it closes where it opens.
    const empty = text[end + 1 + rest[0].length] === '}'
    const close = empty ? i : lines.findIndex((one, j) => j >= i && one === `${found[1]}}`)
    if (close < 0) return
    if (types.has(found[2])) constructors.push({ name: found[2], parameters: count, lines: close - i + 1 })
    else methods.push({ name: found[2], lines: close - i + 1 })
  })
  return { methods, constructors, records }
}

/** Groups of two and more that reach each other (Tarjan). `arrows`: name → set of names. */
export function circles(arrows) {
  const index = new Map()
  const low = new Map()
  const stack = []
  const found = []
  const visit = (node) => {
    index.set(node, index.size)
    low.set(node, index.get(node))
    stack.push(node)
    for (const next of arrows.get(node) ?? []) {
      if (!index.has(next)) {
        visit(next)
        low.set(node, Math.min(low.get(node), low.get(next)))
      } else if (stack.includes(next)) low.set(node, Math.min(low.get(node), index.get(next)))
    }
    if (low.get(node) === index.get(node)) {
      const group = stack.splice(stack.indexOf(node))
      if (group.length > 1) found.push(group.sort())
    }
  }
  for (const node of arrows.keys()) if (!index.has(node)) visit(node)
  return found
}

/** The longest way down, circles counted as one room. */
export function floors(arrows) {
  const home = new Map()
  for (const group of circles(arrows)) for (const name of group) home.set(name, group[0])
  const at = (name) => home.get(name) ?? name
  const joined = new Map()
  for (const [from, to] of arrows) {
    const own = joined.get(at(from)) ?? joined.set(at(from), new Set()).get(at(from))
    for (const one of to) if (at(one) !== at(from)) own.add(at(one))
  }
  const known = new Map()
  const depth = (name) => {
    if (!known.has(name)) known.set(name, 1 + Math.max(0, ...[...(joined.get(name) ?? [])].map(depth)))
    return known.get(name)
  }
  return Math.max(0, ...[...joined.keys()].map(depth))
}

function link(arrows, from, to) {
  if (!arrows.has(from)) arrows.set(from, new Set())
  if (from !== to) arrows.get(from).add(to)
}

function count(arrows) {
  return [...arrows.values()].reduce((sum, to) => sum + to.size, 0)
}

function java(root) {
  const modules = readdirSync(root, { withFileTypes: true }).filter((m) => existsSync(join(root, m.name, 'src/main/java')))
  const all = modules.flatMap((m) => files(join(root, m.name, 'src/main/java'), /\.java$/))
  const code = all.filter((file) => !/(package|module)-info\.java$/.test(file))
  const parts = code.map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  const rooms = new Map()
  for (const { file, source } of parts) {
    const from = /^package ([\w.]+);/m.exec(source)?.[1] ?? ''
    if (!from.startsWith('io.kartela.service')) continue
    link(rooms, from, from)
    for (const [, path] of source.matchAll(/^import (?:static )?(io\.kartela\.service[\w.]*);/gm)) {
      const to = /^((?:[a-z]\w*\.)*[a-z]\w*)\.[A-Z]/.exec(path)?.[1]
      if (to) link(rooms, from, to)
    }
  }
  const silent = new Set(all.map(dirname))
  for (const file of all) if (file.endsWith('package-info.java') && readFileSync(file, 'utf8').includes('/**')) silent.delete(dirname(file))
  const measured = parts.flatMap(({ file, source }) => {
    const own = javaParts(source)
    const where = relative(root, file)
    return [{ where, ...own }]
  })
  const list = (kind) => measured.flatMap((m) => m[kind].map((one) => ({ ...one, where: m.where })))
  return { parts, rooms, silent, methods: list('methods'), constructors: list('constructors'), records: list('records') }
}

/** Functions of the front end that are longer than `most` lines, by their braces. */
export function longFunctions(source, most) {
  const text = bare(source.replace(/`(?:\\.|[^`\\])*`/g, (t) => t.replace(/[^\n]/g, ' ')))
  const found = []
  for (const head of text.matchAll(/(?:^|\n)[ ]*(?:export )?(?:default )?(?:async )?(?:function (\w+)|const (\w+) = (?:async )?(?:\([^=;]*?\)|\w+)(?:: [^=;{]+)? =>)/g)) {
    const open = text.indexOf('{', head.index + head[0].length + (head[1] ? between(text, text.indexOf('(', head.index)).end - head.index - head[0].length : 0))
    if (open < 0) continue
    const lines = text.slice(open, between(text.replace(/[<>()[\]]/g, ' '), open).end).split('\n').length
    if (lines > most) found.push({ name: head[1] ?? head[2], lines })
  }
  return found
}

function frontEnd(root) {
  const src = join(root, 'cabinet-ui/src')
  const parts = files(src, /\.tsx?$/).filter((file) => !/\.(test|d)\.tsx?$/.test(file))
  const byFile = existsSync(src) ? arrowsOf(src) : new Map()
  const long = parts.flatMap((file) =>
    longFunctions(readFileSync(file, 'utf8'), LONG_METHOD).map((one) => ({ ...one, where: relative(src, file) })),
  )
  return { parts, byFile, byFolder: foldersOf(byFile), long }
}

export function measure(root) {
  const j = java(root)
  const ui = frontEnd(root)
  const lines = (file) => readFileSync(file, 'utf8').split('\n').length - 1
  const longJava = j.parts.filter(({ file }) => lines(file) > LONG_FILE)
  const longMethods = [...j.methods, ...j.constructors].filter((one) => one.lines > LONG_METHOD)
  const rows = [
    ['Java files', j.parts.length, []],
    ['Java lines', j.parts.reduce((sum, { file }) => sum + lines(file), 0), []],
    [`Java files over ${LONG_FILE} lines`, longJava.length, longJava.map(({ file }) => `${relative(root, file)} ${lines(file)}`)],
    [`methods over ${LONG_METHOD} lines`, longMethods.length, longMethods.map((one) => `${one.where} ${one.name} ${one.lines}`)],
    [`constructors of ${MANY} and more parameters`, ...told(j.constructors, 'parameters')],
    [`records of ${MANY} and more components`, ...told(j.records, 'components')],
    ['packages without a word on what they are', j.silent.size, [...j.silent].map((one) => relative(root, one))],
    ['rooms of the service (packages)', j.rooms.size, []],
    ['arrows between rooms', count(j.rooms), []],
    ['floors of rooms', floors(j.rooms), []],
    ['circles of rooms', circles(j.rooms).length, circles(j.rooms).map((group) => group.join(' ↔ '))],
    ['front end: files', ui.parts.length, []],
    ['front end: lines', ui.parts.reduce((sum, file) => sum + lines(file), 0), []],
    [`front end: functions over ${LONG_METHOD} lines`, ui.long.length, ui.long.map((one) => `${one.where} ${one.name} ${one.lines}`)],
    ['front end: circles of files', circles(ui.byFile).length, circles(ui.byFile).map((group) => group.join(' ↔ '))],
    ['front end: circles of folders', circles(ui.byFolder).length, circles(ui.byFolder).map((group) => group.join(' ↔ '))],
  ]
  return rows
}

function told(all, by) {
  const many = all.filter((one) => one[by] >= MANY).sort((a, b) => b[by] - a[by])
  return [many.length, many.map((one) => `${one.where} ${one.name} ${one[by]}`)]
}

if (process.argv[1] === import.meta.filename) {
  const root = resolve(process.argv.find((one, i) => i > 1 && !one.startsWith('-')) ?? join(import.meta.dirname, '..'))
  for (const [name, value, which] of measure(root)) {
    console.log(`${name.padEnd(46)} ${String(value).padStart(7)}`)
    if (process.argv.includes('--which')) for (const one of which) console.log(`    ${one}`)
  }
}
