/** An instant as a date picker of this browser wants it, in its own zone. */
export function toPicker(instant: string | undefined): string {
  const at = new Date(instant ?? '')
  if (Number.isNaN(at.getTime())) return ''
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** What a date picker says as an instant, without fractions; undefined when it says nothing. */
export function fromPicker(text: string): string | undefined {
  const at = new Date(text)
  return text && !Number.isNaN(at.getTime()) ? at.toISOString().replace(/\.\d{3}Z$/, 'Z') : undefined
}
