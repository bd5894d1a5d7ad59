import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useDesignReach, usePublishDesign } from '@/base/api/queries/design'
import { ErrorNote } from '@/base/components/ErrorNote'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import type { Draft } from './useDraft'

type Props = { opened: boolean; onClose: () => void; draft: Draft; problems: number }

/** Says whom it will reach before it is done. */
export function PublishDialog({ opened, onClose, draft, problems }: Props) {
  const t = useTexts(texts)
  const reach = useDesignReach(opened)
  const publish = usePublishDesign()
  const busy = publish.isPending || draft.saving

  async function go() {
    const revision = await draft.save()
    if (revision === undefined) return
    publish.mutate(revision, {
      onSuccess: () => {
        draft.published()
        toast.success(t('published'))
        close()
      },
    })
  }
  function close() {
    publish.reset()
    onClose()
  }
  return (
    <Dialog opened={opened} onClose={close} title={t('publishTitle')}>
      <Stack>
        {problems > 0 ? (
          <Alert color="red" variant="light">
            <Text c="var(--k-text)">{t('publishProblems', { count: problems })}</Text>
          </Alert>
        ) : (
          <>
            <Text fz="lg" fw={650}>
              {reach.data ? <Reach of={reach.data} /> : t('reachUnknown')}
            </Text>
            <Text c="dimmed">{t('publishText')}</Text>
          </>
        )}
        {reach.error && <ErrorNote error={reach.error} onRetry={() => void reach.refetch()} />}
        {(publish.error ?? draft.error) && <ErrorNote error={publish.error ?? draft.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button disabled={problems > 0} loading={busy} onClick={() => void go()} data-autofocus>
            {t('publishNow')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

function Reach({ of: { cards, more } }: { of: Schemas['DesignReach'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  if (cards === 0) return t('reachNone')
  return more ? t('reachMore', { cards: f.number(cards) }) : t('reach', { count: cards, cards: f.number(cards) })
}
