import { ActionIcon, Badge, Group, Menu, Select, Text } from '@mantine/core'
import { IconBuildingStore, IconDots, IconSearchOff } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { type MerchantFilter, type MerchantState, useMerchants } from '@/base/api/queries/operator'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { zoneName } from '@/base/format/zones'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { SearchBox } from '@/base/list/SearchBox'
import { useListSearch } from '@/base/list/useListSearch'
import { ButtonLink } from '../layout/links'
import { AttentionPanel } from './AttentionPanel'
import { CloseDialog } from './CloseDialog'
import { InviteDialog } from './InviteDialog'
import { ResetFactorsDialog } from './ResetFactorsDialog'
import { texts } from './texts'

type Merchant = Schemas['Merchant']
type Asked = { act: 'invite' | 'factors' | 'close'; merchant: Merchant } | null

export default function MerchantsPage() {
  const t = useTexts(texts)
  const filter: MerchantFilter = useSearch({ from: '/operator/' })
  const merchants = useMerchants(filter)
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const actions = (merchant: Merchant) => <Actions merchant={merchant} onAsk={setAsked} />
  return (
    <>
      <AttentionPanel />
      <ListPage
        title={t('title')}
        hint={t('titleHint')}
        actions={<ButtonLink to="/operator/new">{t('open')}</ButtonLink>}
        filters={<Filters filter={filter} />}
        columns={useColumns(actions)}
        rows={merchants}
        rowKey={(merchant) => merchant.merchantId}
        mobile={(merchant) => (
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div style={{ minWidth: 0 }}>
              <Name merchant={merchant} />
              <State merchant={merchant} />
            </div>
            {actions(merchant)}
          </Group>
        )}
        empty={<Empty filtered={Boolean(filter.q || filter.state)} />}
      />
      {asked?.act === 'invite' && <InviteDialog merchant={asked.merchant} onClose={close} />}
      {asked?.act === 'factors' && <ResetFactorsDialog merchant={asked.merchant} onClose={close} />}
      {asked?.act === 'close' && <CloseDialog merchant={asked.merchant} onClose={close} />}
    </>
  )
}

function Filters({ filter }: { filter: MerchantFilter }) {
  const t = useTexts(texts)
  const change = useListSearch('/operator', filter)
  return (
    <>
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.q}
        onSearch={(q) => change({ q })}
      />
      <Select
        aria-label={t('state')}
        placeholder={t('anyState')}
        clearable
        value={filter.state ?? null}
        onChange={(state) => change({ state: (state as MerchantState | null) ?? undefined })}
        data={[
          { value: 'OPEN', label: t('openOnes') },
          { value: 'CLOSED', label: t('closedOnes') },
        ]}
      />
    </>
  )
}

function Empty({ filtered }: { filtered: boolean }) {
  const t = useTexts(texts)
  if (filtered) return <EmptyState icon={IconSearchOff} title={t('nothing')} text={t('nothingText')} />
  return (
    <EmptyState
      icon={IconBuildingStore}
      title={t('none')}
      text={t('noneText')}
      action={<ButtonLink to="/operator/new">{t('open')}</ButtonLink>}
    />
  )
}

function useColumns(actions: Column<Merchant>['cell']): ReadonlyArray<Column<Merchant>> {
  const t = useTexts(texts)
  const f = useFormat()
  const locale = useLocale()
  return [
    { id: 'shop', header: t('shop'), cell: (merchant) => <Name merchant={merchant} /> },
    { id: 'state', header: t('state'), cell: (merchant) => <State merchant={merchant} /> },
    { id: 'zone', header: t('zone'), cell: ({ zone }) => zoneName(zone, locale, new Date()) },
    { id: 'opened', header: t('openedAt'), cell: (merchant) => f.date(merchant.openedAt) },
    { id: 'actions', header: t('actions'), align: 'right', cell: actions },
  ]
}

function Name({ merchant }: { merchant: Merchant }) {
  return (
    <>
      <b>{merchant.name}</b>
      <Text size="sm" c="dimmed">
        /join/{merchant.slug}
      </Text>
    </>
  )
}

function State({ merchant }: { merchant: Merchant }) {
  const t = useTexts(texts)
  const f = useFormat()
  return merchant.disabledAt ? (
    <Badge color="red" variant="light">
      {t('closedSince', { date: f.date(merchant.disabledAt) })}
    </Badge>
  ) : (
    <Badge variant="light">{t('OPEN')}</Badge>
  )
}

function Actions({ merchant, onAsk }: { merchant: Merchant; onAsk: (asked: Asked) => void }) {
  const t = useTexts(texts)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={36} aria-label={t('actionsOf', { name: merchant.name })}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAsk({ act: 'invite', merchant })}>{t('invite')}</Menu.Item>
        {!merchant.disabledAt && (
          <Menu.Item onClick={() => onAsk({ act: 'factors', merchant })}>{t('resetFactors')}</Menu.Item>
        )}
        <Menu.Item color={merchant.disabledAt ? undefined : 'red'} onClick={() => onAsk({ act: 'close', merchant })}>
          {merchant.disabledAt ? t('reopen') : t('close')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
