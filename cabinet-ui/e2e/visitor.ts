import type { TestInfo } from '@playwright/test'

/** A test's visitors come from an address of their own, as a proxy tells it: what one address may do in a minute is bounded. */
export async function ownAddress(
  // biome-ignore lint/complexity/noBannedTypes lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  {}: {},
  use: (headers: Record<string, string>) => Promise<void>,
  { project, testId, retry }: TestInfo,
) {
  const name = `${project.name} ${testId} ${retry}`
  const hash = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 60_000, 7)
  await use({ 'X-Forwarded-For': `198.18.${Math.floor(hash / 250)}.${1 + (hash % 250)}` })
}
