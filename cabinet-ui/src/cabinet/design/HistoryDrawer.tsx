import { Badge, Button, Drawer, Group, Loader, Stack, Text } from '@mantine/core'
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
  const f = useFormat(useCurrentSession().zone)
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
        {onTake && (draft.revision > 0 || draft.dirty) && (
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
              onClick={() => draft.discard(onClose)}
            >
              {t('discard')}
            </Button>
          </div>
        )}
        {versions.isPending && <Loader role="status" aria-label={t('history')} />}
        {items?.length === 0 && <Text c="dimmed">{t('historyEmpty')}</Text>}
        <ul className={classes.versions}>
          {items?.map((one) => (
            <li key={one.number}>
              <div>
                <Group gap="xs">
                  <b>{t('version', { number: one.number })}</b>
                  {one.number === current && <Badge>{t('inForce')}</Badge>}
                </Group>
                <Text fz="sm" c="dimmed">
                  {f.dateTime(one.publishedAt)} · {one.publishedBy}
                </Text>
              </div>
              {onTake && (
                <Button
                  size="compact-md"
                  variant="light"
                  loading={fetchVersion.isPending && fetchVersion.variables === one.number}
                  onClick={() => take(one.number)}
                  aria-label={`${t('take')}: ${t('version', { number: one.number })}`}
                >
                  {t('take')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <More of={versions} label={t('older')} />
      </Stack>
    </Drawer>
  )
}
