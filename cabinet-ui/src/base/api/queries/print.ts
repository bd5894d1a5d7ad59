import type { paths } from '../schema'

type Asked = NonNullable<paths['/print/sign-up']['get']['parameters']['query']>
export type Sheet = NonNullable<Asked['sheet']>
export type PrintedLanguage = NonNullable<Asked['lang']>

export const SHEETS: readonly Sheet[] = ['POSTER_A4', 'POSTER_A3', 'TENT_A4']

/** Where a sheet is downloaded, or seen as a picture. */
export function printUrl({ sheet, lang, marks, format }: Asked) {
  const search = new URLSearchParams({ sheet: sheet ?? '', lang: lang ?? '' })
  if (marks) search.set('marks', 'true')
  if (format) search.set('format', format)
  return `/api/v1/print/sign-up?${search}`
}
