// Generates src/base/api/schema.d.ts from the contract. With --check: fails when the committed file is stale.
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const contract = new URL('../../wallet-service/src/main/resources/openapi.yaml', import.meta.url)
const target = new URL('../src/base/api/schema.d.ts', import.meta.url)

const ast = await openapiTS(contract, { alphabetize: false })
const text = `// Generated from openapi.yaml by "npm run api". Do not edit.\n${astToString(ast)}`

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('schema.d.ts does not match openapi.yaml: run "npm run api" and commit the result.')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
