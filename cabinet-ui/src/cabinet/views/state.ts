/** What a list shows: its search, filter, order and, where they can be chosen, the hidden columns. */
export type ViewState = Readonly<Record<string, unknown>>

/** Without what is not set. */
export function compact(state: object): ViewState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined && value !== ''))
}

/** Whether the list shows just this; a view that says nothing of columns does not mind them. */
export function isShown(view: ViewState, now: ViewState): boolean {
  const names = new Set([...Object.keys(view), ...Object.keys(now)])
  if (!('hidden' in view)) names.delete('hidden')
  return [...names].every((name) => written(view[name]) === written(now[name]))
}

/** The same for the same, whatever order its parts stand in; the order of columns' names says nothing. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (Array.isArray(part)) return part.every((one) => typeof one === 'string') ? [...part].sort() : part
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
