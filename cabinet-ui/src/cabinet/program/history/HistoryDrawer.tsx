import { Badge, Button, Drawer, Group, Loader, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { afterwards } from '@/base/api/afterwards'
import type { Schemas } from '@/base/api/client'
import { useProgramVersions, useTakeVersion, useVersionDiff } from '@/base/api/queries/program'
import { ErrorNote } from '@/base/components/ErrorNote'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { More } from '@/base/list/More'
import { rowsOf } from '@/base/list/pages'
import { useCurrentSession } from '../../layout/currentSession'
import classes from '../base/Program.module.css'
import { texts } from '../base/texts'
import { Changes } from './Changes'

type Props = {
  /** Absent for those who may only look. */
  onTaken: ((draft: Schemas['ProgramDraft']) => void) | undefined
  onClose: () => void
}

/** What was published when and by whom, and what it changed; the owner can go back to any of it. */
export function HistoryDrawer({ onTaken, onClose }: Props) {
  const t = useTexts(texts)
  const versions = useProgramVersions(true)
  const take = useTakeVersion(t('draftName'))
  const [taking, setTaking] = useState<number>()
  const items = rowsOf(versions)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t('history')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {versions.error && <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />}
        {versions.isPending && <Loader role="status" aria-label={t('history')} />}
        <ul className={classes.rules}>
          {items?.map((one) => (
            <Version
              key={one.number}
              version={one}
              newest={items[0]?.number ?? one.number}
              onTake={onTaken && !one.current ? () => setTaking(one.number) : undefined}
            />
          ))}
        </ul>
        <More of={versions} label={t('older')} />
      </Stack>
      <ConfirmDialog
        opened={taking !== undefined}
        title={t('takeTitle', { number: taking ?? 0 })}
        text={t('takeText')}
        confirmLabel={t('takeNow')}
        busy={take.isPending}
        error={take.error}
        onClose={() => setTaking(undefined)}
        onConfirm={() => taking !== undefined && afterwards(take, taking, (draft) => onTaken?.(draft))}
      />
    </Drawer>
  )
}

type VersionProps = {
  version: Schemas['ProgramVersionHead']
  /** The number of the newest. */
  newest: number
  onTake: (() => void) | undefined
}

function Version({ version, newest, onTake }: VersionProps) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const [open, setOpen] = useState(false)
  const name = t('historyVersion', { number: version.number })
  return (
    <li>
      <Stack gap={4} flex={1} miw={0}>
        <Group gap="xs">
          <b>{name}</b>
          {version.current && <Badge>{t('inForce')}</Badge>}
        </Group>
        <Text fz="sm" c="dimmed">
          {f.dateTime(version.publishedAt)} · {version.publishedBy}
        </Text>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={open}
            aria-label={`${t('whatChanged')}: ${name}`}
            onClick={() => setOpen(!open)}
          >
            {t('whatChanged')}
          </Button>
          {onTake && (
            <Button size="compact-sm" variant="light" aria-label={`${t('take')}: ${name}`} onClick={onTake}>
              {t('take')}
            </Button>
          )}
        </Group>
        {open && <Compared number={version.number} newest={newest} />}
      </Stack>
    </li>
  )
}

/** How a version differs from the one before it, or from any other. */
function Compared({ number, newest }: { number: number; newest: number }) {
  const t = useTexts(texts)
  const [against, setAgainst] = useState(number - 1)
  const diff = useVersionDiff(number, against, against > 0)
  const others = Array.from({ length: newest }, (_, at) => newest - at).filter((one) => one !== number)
  return (
    <Stack gap="xs">
      {others.length > 0 && (
        <NativeSelect
          size="sm"
          label={t('against')}
          value={String(against)}
          onChange={(event) => setAgainst(Number(event.currentTarget.value))}
          data={[
            ...(number === 1 ? [{ value: '0', label: t('againstNone') }] : []),
            ...others.map((one) => ({ value: String(one), label: t('historyVersion', { number: one }) })),
          ]}
        />
      )}
      {against === 0 && <Text fz="sm">{t('first')}</Text>}
      {diff.data &&
        (diff.data.changes.length > 0 ? (
          <Changes of={diff.data} more={t('publishMore')} />
        ) : (
          <Text fz="sm">{t('equal')}</Text>
        ))}
      {diff.error && <ErrorNote error={diff.error} onRetry={() => void diff.refetch()} />}
    </Stack>
  )
}
