import { Button, Select, Text } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { type AuditFilter, auditExport, useAuditFilters } from '@/base/api/queries/audit'
import { useList } from '@/base/api/useList'
import { EmptyState } from '@/base/components/EmptyState'
import { DateInput } from '@/base/form/DateInput'
import { readDate } from '@/base/format/typedDate'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { ListPage } from '@/base/list/ListPage'
import { useListSearch } from '@/base/list/useListSearch'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { ViewsMenu } from '../views/ViewsMenu'
import { Changes } from './Changes'
import { texts } from './texts'

type Entry = Schemas['AuditEntry']

/** Who changed what, from what to what. */
export default function AuditPage() {
  const t = useTexts(texts)
  const locale = useLocale()
  const filter: AuditFilter = useSearch({ from: '/cabinet/audit' })
  const changeFilter = useListSearch('/audit', filter)
  const entries = useList('/audit', filter)
  const columns = useColumns()
  return (
    <ListPage
      title={t('title')}
      hint={t('hint')}
      actions={
        <>
          <ViewsMenu
            list="AUDIT"
            now={filter}
            onChoose={(state) =>
              changeFilter({ author: undefined, kind: undefined, from: undefined, to: undefined, ...state })
            }
          />
          <Button
            component="a"
            href={auditExport(filter, locale)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t('export')}
          </Button>
        </>
      }
      filters={<Filters filter={filter} onChange={changeFilter} />}
      columns={columns}
      rows={entries}
      rowKey={(entry) => entry.id}
      mobile={(entry) => <EntryCard entry={entry} />}
      empty={<EmptyState icon={IconHistory} title={t('none')} text={t('noneText')} />}
    />
  )
}

function useColumns(): ReadonlyArray<Column<Entry>> {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  return [
    { id: 'when', header: t('when'), width: 170, cell: (entry) => f.dateTime(entry.at) },
    { id: 'who', header: t('who'), width: 200, cell: (entry) => text(entry.by.name) },
    { id: 'what', header: t('what'), cell: (entry) => <What entry={entry} /> },
  ]
}

function What({ entry }: { entry: Entry }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [about, id] = entry.subject.split(':')
  return (
    <div>
      <b>{text(entry.what)}</b>
      <Changes changes={entry.changes} />
      {about === 'member' && id && (
        <div>
          <TextLink to="/members/$memberId" params={{ memberId: id }} size="sm">
            {t('openMember')}
          </TextLink>
        </div>
      )}
    </div>
  )
}

function EntryCard({ entry }: { entry: Entry }) {
  const text = useLocalText()
  const f = useFormat(useCurrentSession().zone)
  return (
    <div style={{ minWidth: 0 }}>
      <Text size="sm" c="dimmed">
        {f.dateTime(entry.at)} · {text(entry.by.name)}
      </Text>
      <What entry={entry} />
    </div>
  )
}

type FilterProps = { filter: AuditFilter; onChange: (part: AuditFilter) => void }

function Filters({ filter, onChange }: FilterProps) {
  const t = useTexts(texts)
  const text = useLocalText()
  const known = useAuditFilters(true).data
  const people = known?.people ?? []
  const kinds = known?.kinds ?? []
  return (
    <>
      <Select
        aria-label={t('who')}
        searchable
        value={filter.author ?? ''}
        onChange={(author) => onChange({ author: author || undefined })}
        data={[
          { value: '', label: t('everybody') },
          ...people.map((person) => ({ value: person.author, label: text(person.name) })),
        ]}
      />
      <Select
        aria-label={t('what')}
        searchable
        value={filter.kind ?? ''}
        onChange={(kind) => onChange({ kind: kind || undefined })}
        data={[
          { value: '', label: t('everything') },
          ...kinds.map((kind) => ({ value: kind.kind, label: text(kind.what) })),
        ]}
      />
      <DateInput
        aria-label={t('from')}
        placeholder={t('from')}
        value={filter.from}
        max={filter.to}
        onChange={(from) => onChange({ from: readDate(from) || undefined })}
      />
      <DateInput
        aria-label={t('to')}
        placeholder={t('to')}
        value={filter.to}
        min={filter.from}
        onChange={(to) => onChange({ to: readDate(to) || undefined })}
      />
    </>
  )
}
