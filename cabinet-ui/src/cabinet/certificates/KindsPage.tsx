import { Badge, Button, Group, Text } from '@mantine/core'
import { IconArrowLeft, IconGift, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { type CertificateKind, useCertificateKinds, useStopCertificateKind } from '@/base/api/queries/certificates'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { KindDialog } from './KindDialog'
import { texts } from './kindTexts'

/** What certificates the shop has: a sentence each. */
export default function KindsPage() {
  const t = useTexts(texts)
  const kinds = useCertificateKinds()
  const changes = useMay('CERTIFICATE_KINDS_CHANGE')
  const [edited, setEdited] = useState<CertificateKind | 'new' | null>(null)
  const create = changes && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
      {t('create')}
    </Button>
  )
  const items = kinds.data?.items ?? []
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        above={
          <TextLink to="/certificates" size="sm" mb={8}>
            <IconArrowLeft size={16} aria-hidden /> {t('back')}
          </TextLink>
        }
        actions={create}
      />
      {kinds.error && <ErrorNote error={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kinds.data && items.length === 0 && (
        <Panel>
          <EmptyState icon={IconGift} title={t('emptyTitle')} text={t('emptyText')} />
        </Panel>
      )}
      {items.map((kind) => (
        <Kind key={kind.id} kind={kind} onEdit={changes ? () => setEdited(kind) : undefined} />
      ))}
      {edited && <KindDialog seen={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function Kind({ kind, onEdit }: { kind: CertificateKind; onEdit: (() => void) | undefined }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat()
  const stop = useStopCertificateKind()
  const values =
    kind.amounts.length > 0
      ? kind.amounts.map(f.money).join(', ')
      : t('between', { least: f.money(kind.least ?? 0), most: f.money(kind.most ?? 0) })
  const sentence = kind.origin === 'BOUGHT' ? t('soldFor', { values }) : t('given', { values })
  return (
    <Panel title={text(kind.name)} mb="md">
      <Group justify="space-between" gap="sm">
        <Text>
          {sentence}
          {kind.days !== undefined && ` · ${t('lasts', { count: kind.days })}`}
        </Text>
        <Group gap="sm">
          {kind.stopped && <Badge color="gray">{t('stopped')}</Badge>}
          {onEdit && (
            <>
              <Button variant="default" size="sm" onClick={onEdit}>
                {t('edit')}
              </Button>
              <Button
                variant="default"
                size="sm"
                loading={stop.isPending}
                onClick={() => stop.mutate({ kindId: kind.id, stopped: !kind.stopped })}
              >
                {kind.stopped ? t('resume') : t('stop')}
              </Button>
            </>
          )}
        </Group>
      </Group>
    </Panel>
  )
}
