import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expression, licencesOf, notice } from './licences.mjs'

const pom = (inner) => `<project><!-- <licenses><license><name>Not this</name></license></licenses> -->${inner}</project>`
const licences = (...names) => `<licenses>${names.map((name) => `<license><name> ${name}
</name></license>`).join('')}</licenses>`
const parent = '<parent><groupId>org.some</groupId><artifactId>top</artifactId><version>3</version></parent>'
const poms = (files) => (path) => files[path] ?? null

test('a licence is read from the library or from the nearest of its parents', () => {
  const read = poms({ 'a.pom': pom(parent), 'org/some/top/3/top-3.pom': pom(licences('MIT', 'EPL-2.0')), 'b.pom': pom(licences('Apache 2.0') + parent) })
  assert.deepEqual(licencesOf('a.pom', read), ['MIT', 'EPL-2.0'])
  assert.deepEqual(licencesOf('b.pom', read), ['Apache 2.0'])
  assert.deepEqual(licencesOf('c.pom', read), [])
})

test('a parent that names itself does not keep us for ever', () => {
  assert.deepEqual(licencesOf('org/some/top/3/top-3.pom', () => pom(parent)), [])
})

test('who has several licences is shipped under those that are free', () => {
  const { text, complaints } = notice([{ ecosystem: 'maven', name: 'ch.qos:log', version: '1', licences: ['EPL-2.0', 'LGPL-2.1-only'] }])
  assert.deepEqual(complaints, [])
  assert.match(text, /^EPL-2\.0 {2}ch\.qos:log 1$/m)
})

test('a library without a licence, with an unknown one or only with one that binds is refused', () => {
  for (const licences of [[], ['Our own'], ['LGPL-2.1-only']]) {
    assert.equal(notice([{ ecosystem: 'npm', name: 'x', version: '2', licences }]).complaints.length, 1, String(licences))
  }
})

test('npm says several in one expression', () => {
  assert.deepEqual(expression('(MIT OR CC0-1.0)'), ['MIT', 'CC0-1.0'])
  assert.deepEqual(expression('MIT AND ISC'), ['MIT', 'ISC'])
  assert.deepEqual(expression(undefined), [])
})
