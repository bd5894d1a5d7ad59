import { Badge, Button, Drawer, Group, Loader, Stack, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useDesign, useDesignVersions, useFetchDesignVersion } from '@/base/api/queries/design'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { More } from '@/base/list/More'
import { rowsOf } from '@/base/list/pages'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Design.module.css'
import type { DesignDoc } from './document/document'
import { texts } from './texts'
import type { Draft } from './useDraft'

type Props = {
  opened: boolean
  onClose: () => void
  /** Absent for those who may only look. */
  onTake: ((document: DesignDoc) => void) | undefined
  draft: Draft
}

/** What was published when and by whom; any version can be taken back into the form. */
export function HistoryDrawer({ opened, onClose, onTake, draft }: Props) {
  const t = useTexts(texts)
  const versions = useDesignVersions(opened)
  const current = useDesign().data?.number
  const fetchVersion = useFetchDesignVersion()
  const items = rowsOf(versions)

  function take(number: number) {
    fetchVersion.mutate(number, {
      onSuccess: ({ document }) => {
        onTake?.(document as DesignDoc)
        toast.success(t('taken', { number }))
        onClose()
      },
    })
  }
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={t('history')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {versions.error && <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />}
        {fetchVersion.error && <ErrorNote error={fetchVersion.error} />}
        {onTake && (draft.revision > 0 || draft.dirty) && <DraftRow draft={draft} onDone={onClose} />}
        {versions.isPending && <Loader role="status" aria-label={t('history')} />}
        {items?.length === 0 && <Text c="dimmed">{t('historyEmpty')}</Text>}
        <ul className={classes.versions}>
          {items?.map((one) => (
            <VersionRow
              key={one.number}
              version={one}
              inForce={one.number === current}
              taking={fetchVersion.isPending && fetchVersion.variables === one.number}
              onTake={onTake && (() => take(one.number))}
            />
          ))}
        </ul>
        <More of={versions} label={t('older')} />
      </Stack>
    </Drawer>
  )
}

/** What was not published yet; it can be thrown away. */
function DraftRow({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const t = useTexts(texts)
  return (
    <div className={classes.draft}>
      <div>
        <b>{t('draft')}</b>
        <Text fz="sm" c="dimmed">
          {t('draftText')}
        </Text>
      </div>
      <Button
        size="compact-md"
        variant="light"
        color="red"
        loading={draft.discarding}
        onClick={() => draft.discard(onDone)}
      >
        {t('discard')}
      </Button>
    </div>
  )
}

type VersionProps = {
  version: Pick<Schemas['DesignVersion'], 'number' | 'publishedAt' | 'publishedBy'>
  inForce: boolean
  taking: boolean
  onTake: (() => void) | undefined
}

function VersionRow({ version, inForce, taking, onTake }: VersionProps) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const name = t('version', { number: version.number })
  return (
    <li>
      <div>
        <Group gap="xs">
          <b>{name}</b>
          {inForce && <Badge>{t('inForce')}</Badge>}
        </Group>
        <Text fz="sm" c="dimmed">
          {f.dateTime(version.publishedAt)} · {version.publishedBy}
        </Text>
      </div>
      {onTake && (
        <Button
          size="compact-md"
          variant="light"
          loading={taking}
          onClick={onTake}
          aria-label={`${t('take')}: ${name}`}
        >
          {t('take')}
        </Button>
      )}
    </li>
  )
}
