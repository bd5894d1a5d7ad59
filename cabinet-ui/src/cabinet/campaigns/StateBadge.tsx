import { Badge } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

const COLORS = { RUNNING: 'pine', PAUSED: 'honey', CANCELLED: 'gray', DONE: 'gray' } as const

export function StateBadge({ state }: { state: Schemas['Campaign']['state'] }) {
  const t = useTexts(texts)
  return (
    <Badge color={COLORS[state]} variant={state === 'DONE' ? 'default' : 'light'} size="lg">
      {t(`state.${state}`)}
    </Badge>
  )
}
