import { Button, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Import, useCheckImport } from '@/base/api/queries/imports'
import { Panel } from '@/base/components/Panel'
import { Form } from '@/base/form/Form'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { texts } from './texts'

type Props = { one: Import; onChecking: () => void; onOther: () => void }
type Table = NonNullable<Import['table']>

const NEEDED = { GOODS: ['name', 'code'], MEMBERS: ['phone', 'card'] } as const

/** What each column is, beside its first rows. */
export function Columns({ one, onChecking, onOther }: Props) {
  const t = useTexts(texts)
  const local = useLocalText()
  const table: Table = one.table ?? { titles: [], columns: [], sample: [], fields: [] }
  const [columns, setColumns] = useState(table.columns)
  const [tried, setTried] = useState(false)
  const check = useCheckImport()
  const needed = NEEDED[one.about.kind]
  const twice = (key: string) =>
    key !== '' && !fieldOf(table, key)?.many && columns.filter((other) => other === key).length > 1
  const enough = needed.some((key) => columns.includes(key))
  const names = needed.map((key) => local(fieldOf(table, key)?.name ?? { ru: key, en: key })).join(', ')
  function submit() {
    setTried(true)
    if (enough && !columns.some(twice)) check.mutate({ id: one.id, columns }, { onSuccess: onChecking })
  }
  return (
    <Panel title={t('columnsTitle')} hint={`${one.about.file}. ${t('columnsHint')}`}>
      <Form
        onSubmit={submit}
        submit={t('check')}
        busy={check.isPending}
        error={check.error}
        beside={
          <Button variant="default" onClick={onOther}>
            {t('otherFile')}
          </Button>
        }
      >
        <Forbidden table={table} />
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg" verticalSpacing="lg">
          {table.titles.map((title, at) => (
            <Column
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, titles may be the same
              key={at}
              title={title}
              sample={table.sample.map((row) => row[at] ?? '')}
              table={table}
              value={columns[at] ?? ''}
              error={twice(columns[at] ?? '') ? t('twice') : undefined}
              onChange={(key) => setColumns(columns.map((other, i) => (i === at ? key : other)))}
            />
          ))}
        </SimpleGrid>
        {tried && !enough && (
          <Text c="red" size="sm" role="alert">
            {t('needed', { fields: names })}
          </Text>
        )}
      </Form>
    </Panel>
  )
}

function fieldOf(table: Table, key: string) {
  return table.fields.find((field) => field.key === key)
}

function Forbidden({ table }: { table: Table }) {
  const t = useTexts(texts)
  const credits = useMay('BALANCE_ADJUST')
  if (credits || !table.fields.some((field) => field.ownersOnly)) return null
  return (
    <Text size="sm" c="dimmed">
      {t('ownersOnly')}
    </Text>
  )
}

type ColumnProps = {
  title: string
  sample: string[]
  table: Table
  value: string
  error: string | undefined
  onChange: (key: string) => void
}

function Column({ title, sample, table, value, error, onChange }: ColumnProps) {
  const t = useTexts(texts)
  const local = useLocalText()
  const credits = useMay('BALANCE_ADJUST')
  const fields = table.fields.filter((field) => credits || !field.ownersOnly)
  const said = sample.filter((text) => text !== '').slice(0, 3)
  return (
    <Stack gap={6}>
      <Select
        label={t('column', { title })}
        value={value}
        onChange={(key) => onChange(key ?? '')}
        data={[
          { value: '', label: t('nobody') },
          ...fields.map((field) => ({ value: field.key, label: local(field.name) })),
        ]}
        allowDeselect={false}
        error={error}
      />
      <Text size="sm" c="dimmed" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
        {said.length > 0 ? said.join(' · ') : t('emptySample')}
      </Text>
    </Stack>
  )
}
