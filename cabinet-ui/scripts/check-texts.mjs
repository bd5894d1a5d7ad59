// Every text exists in Russian and English with the same placeholders, and is used somewhere;
// no Russian letters outside the text files and the navigation. (That each key exists in both languages is the compiler's job too.)
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((file) => !/\.d\.ts$/.test(file))
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const isTexts = (file) => /(^|\/)texts\.ts$|Texts\.ts$/.test(file) && !file.endsWith('i18n/texts.ts')
const problems = []

function forms(text) {
  return typeof text === 'string' ? [text] : Object.values(text)
}

function placeholders(text) {
  return [...new Set(forms(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort()
}

/** Files that import this file of texts, directly. */
function users(textsFile) {
  return files.filter((file) =>
    [...sources.get(file).matchAll(/from '([^']+)'/g)].some(([, target]) => {
      const path = target.startsWith('@/') ? join(root, 'src', target.slice(2)) : resolve(dirname(file), target)
      return `${path}.ts` === textsFile || path === textsFile
    }),
  )
}

function isUsed(key, code) {
  if (code.includes(`'${key}'`) || new RegExp(`\\.${key}\\b`).test(code)) return true
  // t(`state.${state}`) uses every key that begins with "state."
  return [...code.matchAll(/`([\w.-]+)\$\{/g)].some(([, prefix]) => key.startsWith(prefix))
}

let count = 0
for (const file of files.filter(isTexts)) {
  const name = relative(root, file)
  const { module } = await runnerImport(file, {
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': join(root, 'src') } },
  })
  const code = users(file)
    .map((user) => sources.get(user))
    .join('\n')
  for (const [key, text] of Object.entries(module.texts ?? {})) {
    count++
    for (const locale of ['ru', 'en']) {
      if (!text[locale] || forms(text[locale]).some((form) => !form.trim()))
        problems.push(`${name}: ${key}: no ${locale} text`)
    }
    if (text.ru && typeof text.ru !== 'string' && !(text.ru.one && text.ru.few && text.ru.many)) {
      problems.push(`${name}: ${key}: Russian needs the forms one, few and many`)
    }
    if (text.ru && text.en && placeholders(text.ru).join() !== placeholders(text.en).join()) {
      problems.push(`${name}: ${key}: placeholders differ between ru and en`)
    }
    if (text.en && forms(text.en).some((form) => /[а-яё]/i.test(form)))
      problems.push(`${name}: ${key}: Russian letters in en`)
    if (!isUsed(key, code)) problems.push(`${name}: ${key}: used nowhere`)
  }
}

for (const [file, code] of sources) {
  if (isTexts(file) || file.endsWith('/layout/sections.ts') || /\.test\.tsx?$/.test(file)) continue
  code.split('\n').forEach((line, index) => {
    const spoken = line.replace(/\/\/.*$|^\s*\*.*$|\/\*.*?\*\//g, '')
    if (/[а-яё]/i.test(spoken)) problems.push(`${relative(root, file)}:${index + 1}: Russian text outside a texts file`)
  })
}

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
console.log(`texts: ${count} in Russian and English`)
