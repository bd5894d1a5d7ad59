import { Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useOperatorAudit } from '@/base/api/queries/operator'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { texts } from './texts'

type Act = Schemas['OperatorAct']

export default function AuditPage() {
  const t = useTexts(texts)
  const f = useFormat()
  const columns: ReadonlyArray<Column<Act>> = [
    { id: 'when', header: t('when'), cell: (act) => f.dateTime(act.at) },
    { id: 'shop', header: t('shop'), cell: (act) => act.merchantName },
    { id: 'what', header: t('what'), cell: (act) => words(act, t) },
  ]
  return (
    <ListPage
      title={t('auditTitle')}
      hint={t('auditHint')}
      columns={columns}
      rows={useOperatorAudit()}
      rowKey={(act) => act.id}
      mobile={(act) => (
        <>
          <b>{act.merchantName}</b>
          <div>{words(act, t)}</div>
          <Text size="sm" c="dimmed">
            {f.dateTime(act.at)}
          </Text>
        </>
      )}
      empty={<EmptyState icon={IconHistory} title={t('auditNone')} />}
    />
  )
}

function words({ action, detail }: Act, t: Translate<typeof texts>): string {
  const owner = String((detail as { owner?: string }).owner ?? '')
  switch (action) {
    case 'MERCHANT_OPENED':
      return t('act.MERCHANT_OPENED', { owner })
    case 'MERCHANT_DISABLED':
      return t('act.MERCHANT_DISABLED')
    case 'MERCHANT_ENABLED':
      return t('act.MERCHANT_ENABLED')
    case 'OWNER_INVITED':
      return t('act.OWNER_INVITED', { owner })
    case 'OWNER_SECOND_FACTOR_RESET':
      return t('act.OWNER_SECOND_FACTOR_RESET', { owner })
    case 'WEB_PUSH_KEY_RENEWED':
      return t('act.WEB_PUSH_KEY_RENEWED')
    default:
      return action
  }
}
