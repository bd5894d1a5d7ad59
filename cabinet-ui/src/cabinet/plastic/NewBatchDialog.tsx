import { SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useAddBatch } from '@/base/api/queries/plastic'
import { Dialog } from '@/base/dialog/Dialog'
import { FilePick } from '@/base/form/FilePick'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { MOST, rowsOf, textOf } from './list'
import { Made } from './Made'
import { texts } from './texts'

type Way = 'list' | 'print'

/** Cards that lie in the shop already, by their list, or numbers for those that are to be printed. */
export function NewBatchDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const [way, setWay] = useState<Way>('list')
  const [name, setName] = useState('')
  const [list, setList] = useState('')
  const [plan, setPlan] = useState<Plan>({ first: '', count: '500', check: 'NONE' })
  const [tried, setTried] = useState(false)
  const add = useAddBatch()
  const refused = add.error instanceof ApiError ? add.error : undefined

  const count = Number(plan.count)
  const counted = /^\d+$/.test(plan.count) && count >= 1 && count <= 100_000
  const rows = rowsOf(list)
  const filled = rows.filter((row) => row.number).length
  const ready = name.trim() !== '' && (way === 'list' ? filled > 0 && rows.length <= MOST : counted)

  function submit() {
    setTried(true)
    if (!ready) return
    const what = way === 'list' ? { cards: rows } : { generate: generated(plan, count) }
    add.mutate({ name: name.trim(), ...what })
  }

  if (add.data) return <Made made={add.data} printed={way === 'print'} rows={rows} onClose={onClose} />
  return (
    <Dialog onClose={onClose} title={t('newBatch')} size="lg">
      <Form onSubmit={submit} submit={t(way === 'list' ? 'load' : 'make')} busy={add.isPending} error={add.error}>
        <SegmentedControl
          fullWidth
          aria-label={t('newBatch')}
          value={way}
          onChange={(value) => {
            setWay(value as Way)
            setTried(false)
            add.reset()
          }}
          data={[
            { value: 'list', label: t('byList') },
            { value: 'print', label: t('toPrint') },
          ]}
        />
        <TextInput
          label={t('batchName')}
          placeholder={t('batchNameExample')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !name.trim() ? t('nameIt') : refused?.fieldError('name')}
        />
        {way === 'list' ? (
          <ListFields list={list} filled={filled} rows={rows.length} tried={tried} onChange={setList} />
        ) : (
          <PlanFields plan={plan} onChange={setPlan} wrong={tried && !counted} refused={refused} />
        )}
      </Form>
    </Dialog>
  )
}

type ListProps = { list: string; filled: number; rows: number; tried: boolean; onChange: (list: string) => void }

function ListFields({ list, filled, rows, tried, onChange }: ListProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const wrong =
    rows > MOST ? t('tooMany', { most: f.number(MOST) }) : tried && filled === 0 ? t('noNumbers') : undefined
  return (
    <Stack gap="xs">
      <Textarea
        label={t('numbers')}
        description={t('numbersHint')}
        rows={8}
        value={list}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={wrong}
        spellCheck={false}
      />
      <FilePick
        label={t('fromFile')}
        accept=".csv,.txt,.tsv,text/plain,text/csv"
        value={null}
        onChange={(file) => file && void textOf(file).then(onChange)}
      />
      {filled > 0 && !wrong && (
        <Text size="sm" c="dimmed" role="status">
          {t('linesRead', { count: filled })}
        </Text>
      )}
    </Stack>
  )
}

type CheckDigit = 'NONE' | 'EAN13' | 'LUHN'
type Plan = { first: string; count: string; check: CheckDigit }
type PlanProps = { plan: Plan; wrong: boolean; refused: ApiError | undefined; onChange: (plan: Plan) => void }

function PlanFields({ plan, wrong, refused, onChange }: PlanProps) {
  const t = useTexts(texts)
  return (
    <>
      <TextInput
        label={t('howMany')}
        inputMode="numeric"
        value={plan.count}
        onChange={(event) => onChange({ ...plan, count: event.currentTarget.value.trim() })}
        error={wrong ? t('howManyWrong') : refused?.fieldError('generate.count')}
      />
      <TextInput
        label={t('first')}
        description={t('firstHint')}
        inputMode="numeric"
        maxLength={30}
        value={plan.first}
        onChange={(event) => onChange({ ...plan, first: event.currentTarget.value.trim() })}
        error={refused?.fieldError('generate.first') ?? refused?.fieldError('generate.digits')}
      />
      <Select
        label={t('checkDigit')}
        value={plan.check}
        onChange={(check) => check && onChange({ ...plan, check: check as CheckDigit })}
        data={[
          { value: 'NONE', label: t('checkNone') },
          { value: 'EAN13', label: 'EAN-13' },
          { value: 'LUHN', label: t('checkLuhn') },
        ]}
      />
    </>
  )
}

function generated(plan: Plan, count: number): NonNullable<Schemas['NewCardBatch']['generate']> {
  const digits = plan.check === 'EAN13' ? 12 : 16
  return { count, checkDigit: plan.check, ...(plan.first ? { first: plan.first } : { digits }) }
}
