import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect } from 'react'
import { type Import, useForgetLists, useImportAct } from '@/base/api/queries/imports'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** How far it is; it goes on whether somebody looks or not. */
export function Working({ one }: { one: Import }) {
  const t = useTexts(texts)
  const f = useFormat()
  const stop = useImportAct('stop')
  const forget = useForgetLists()
  // When it is over this part goes, and with it what lists knew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at the end
  useEffect(() => () => void forget(), [])
  const undoing = one.state === 'UNDOING'
  const title = t(undoing ? 'undoing' : one.state === 'RUNNING' ? 'running' : 'checking')
  const { done, total } = one.progress
  return (
    <Panel title={title} hint={one.about.file}>
      <Stack gap="sm">
        <Progress
          value={undoing || total === 0 ? 100 : (done * 100) / total}
          animated={undoing}
          striped={undoing}
          size="lg"
          radius="xl"
          aria-label={title}
        />
        <Text fw={600} aria-live="polite">
          {undoing ? t('undoRows') : t('rows', { done: f.number(done), total: f.number(total) })}
        </Text>
        <Text size="sm" c="dimmed">
          {t('mayLeave')}
        </Text>
        {stop.error && <ErrorNote error={stop.error} />}
        {!undoing && (
          <Group>
            <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(one.id)}>
              {t('stop')}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  )
}
