import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { change } from './periods'
import { texts } from './texts'

type Props = { now: number; before: number; yearAgo: number; show: (value: number) => string }

/** A figure of the period before and of a year ago, and by how much it is another now. */
export function Beside({ now, before, yearAgo, show }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const line = (what: string, than: number) => {
    const percent = change(now, than)
    if (percent === undefined) return t('uncompared', { what, value: show(than) })
    const sign = percent > 0 ? '+' : ''
    return t('compared', { change: `${sign}${f.percent(percent)}`, what, value: show(than) })
  }
  return (
    <>
      <div>{line(t('before'), before)}</div>
      <div>{line(t('yearAgo'), yearAgo)}</div>
    </>
  )
}
