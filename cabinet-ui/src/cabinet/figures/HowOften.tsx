import { Progress, Stack, Text } from '@mantine/core'
import { type FiguresFilter, useBuyers } from '@/base/api/queries/figures'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { Beside } from './Beside'
import { texts } from './texts'

/** Members who bought once, twice, three times or more in the period. */
export function HowOften({ filter }: { filter: FiguresFilter }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { data } = useBuyers(filter)
  if (!data || data.now.members === 0) return null
  return (
    <Panel title={t('often')}>
      <Stack gap="md">
        {(['once', 'twice', 'thrice'] as const).map((often) => (
          <div key={often}>
            <Text size="sm">
              {t(often)}: <b>{f.number(data.now[often])}</b>
            </Text>
            <Progress value={(data.now[often] / data.now.members) * 100} size="sm" radius="xl" aria-label={t(often)} />
            <Text size="sm" c="dimmed" component="div">
              <Beside now={data.now[often]} before={data.before[often]} yearAgo={data.yearAgo[often]} show={f.number} />
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  )
}
