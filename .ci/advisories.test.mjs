// node --test .ci: that the check of libraries can fail.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowances, compareVersions, findings, hit, mavenName, parseAdvisories, parseAllowed } from './advisories.mjs'

const netty = mavenName('/home/a/.m2/repository/io/netty/netty-common/4.1.133.Final/netty-common-4.1.133.Final.jar')
const known = parseAdvisories('maven io.netty:* 4.1.136,4.2.16 CVE-1 codecs\n# words\nnpm a =1.2.3 CVE-2 hostile\nmaven x:y none CVE-3 at its end')

test('names a library by its file', () => {
  assert.deepEqual(netty, {
    ecosystem: 'maven',
    name: 'io.netty:netty-common',
    version: '4.1.133.Final',
    file: 'netty-common-4.1.133.Final.jar',
  })
  assert.equal(mavenName('/src/push/target/classes'), null)
})

test('compares versions by their numbers', () => {
  assert.ok(compareVersions('1.9', '1.10') < 0)
  assert.ok(compareVersions('33.4.8-jre', '32.0.1') > 0)
  assert.ok(compareVersions('4.1.137.Final', '4.1.137') === 0)
  assert.ok(compareVersions('2.0.0-rc1', '2.0.0') < 0)
})

test('judges a version by its own line of releases', () => {
  const safe = ['2.18.9', '2.21.5', '2.22.1']
  for (const bad of ['2.17.0', '2.18.8', '2.20.0', '2.21.4', '2.22.0']) assert.ok(hit(bad, safe), bad)
  for (const good of ['2.18.9', '2.21.5', '2.22.4', '2.23.0', '3.0.0']) assert.ok(!hit(good, safe), good)
})

test('complains of a library with an advisory until it is borne with', () => {
  const found = findings([netty], known)
  assert.equal(allowances(found, [], '2026-11-28').length, 1)
  const allowed = parseAllowed('io.netty:netty-common CVE-1 2027-01-31 the codec is never used here')
  assert.deepEqual(allowances(found, allowed, '2027-01-31'), [])
  assert.match(allowances(found, allowed, '2027-02-01')[0], /borne with until 2027-01-31/)
  assert.match(allowances([], allowed, '2026-12-01')[0], /no longer needed/)
})

test('complains of hostile and of abandoned versions only', () => {
  const of = (ecosystem, name, version) => findings([{ ecosystem, name, version }], known).length
  assert.equal(of('npm', 'a', '1.2.3'), 1)
  assert.equal(of('npm', 'a', '1.2.2'), 0)
  assert.equal(of('maven', 'x:y', '99'), 1)
  assert.equal(of('npm', 'x:y', '99'), 0)
})

test('wants reasons', () => {
  assert.throws(() => parseAllowed('a CVE-1 2027-01-31'))
  assert.throws(() => parseAllowed('a CVE-1 some-day because it is so'))
  assert.throws(() => parseAdvisories('maven a 1.0'))
})
