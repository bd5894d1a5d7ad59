import { Group, NumberInput, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import {
  type CertificateKind,
  type CertificateKindRequest,
  useSaveCertificateKind,
} from '@/base/api/queries/certificates'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { minorToInput, parseMinor } from '@/base/format/format'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './kindTexts'

type Props = { seen: CertificateKind | undefined; onClose: () => void }

/** A kind of certificates as sentences to fill in. */
export function KindDialog({ seen, onClose }: Props) {
  const t = useTexts(texts)
  const form = useKindForm(seen)
  const save = useSaveCertificateKind(seen)
  const wrong = (field: string) => (save.error instanceof ApiError ? save.error.fieldError(field) : undefined)
  function done() {
    toast.success(t('saved'))
    onClose()
  }
  return (
    <Dialog onClose={onClose} title={seen ? t('edit') : t('create')}>
      <Form
        onSubmit={() => save.mutate(form.body(), { onSuccess: done })}
        submit={t('save')}
        busy={save.isPending}
        disabled={!form.complete}
        error={save.error}
      >
        <TextInput
          label={t('name')}
          maxLength={100}
          data-autofocus
          error={wrong('name')}
          value={form.nameRu}
          onChange={(event) => form.setNameRu(event.currentTarget.value)}
        />
        <TextInput
          label={t('nameEn')}
          maxLength={100}
          value={form.nameEn}
          onChange={(event) => form.setNameEn(event.currentTarget.value)}
        />
        {!seen && (
          <Radio.Group label={t('origin')} value={form.origin} onChange={(next) => form.setOrigin(next as 'BOUGHT')}>
            <Stack gap="xs" mt={6}>
              <Radio value="BOUGHT" label={t('bought')} />
              <Radio value="GIFTED" label={t('gifted')} />
            </Stack>
          </Radio.Group>
        )}
        <Values form={form} wrong={wrong} />
        {form.origin === 'GIFTED' && (
          <NumberInput
            label={t('days')}
            min={1}
            max={3650}
            allowDecimal={false}
            error={wrong('days')}
            value={form.days ?? ''}
            onChange={(days) => form.setDays(typeof days === 'number' ? days : undefined)}
          />
        )}
      </Form>
    </Dialog>
  )
}

type KindForm = ReturnType<typeof useKindForm>

function Values({ form, wrong }: { form: KindForm; wrong: (field: string) => string | undefined }) {
  const t = useTexts(texts)
  return (
    <>
      <Radio.Group label={t('values')} value={form.by} onChange={(next) => form.setBy(next as 'fixed')}>
        <Stack gap="xs" mt={6}>
          <Radio value="fixed" label={t('fixed')} />
          <Radio value="any" label={t('any')} />
        </Stack>
      </Radio.Group>
      {form.by === 'fixed' ? (
        <TextInput
          label={t('amounts')}
          description={t('amountsHint')}
          inputMode="decimal"
          error={wrong('amounts')}
          value={form.amounts}
          onChange={(event) => form.setAmounts(event.currentTarget.value)}
        />
      ) : (
        <Group grow>
          <AmountInput label={t('least')} value={form.least} onChange={form.setLeast} error={wrong('least')} />
          <AmountInput label={t('most')} value={form.most} onChange={form.setMost} error={wrong('most')} />
        </Group>
      )}
    </>
  )
}

/** The fields, and the kind that they mean. */
function useKindForm(seen: CertificateKind | undefined) {
  const locale = useLocale()
  const [nameRu, setNameRu] = useState(seen?.name.ru ?? '')
  const [nameEn, setNameEn] = useState(seen && seen.name.en !== seen.name.ru ? seen.name.en : '')
  const [origin, setOrigin] = useState<CertificateKind['origin']>(seen?.origin ?? 'BOUGHT')
  const [by, setBy] = useState<'fixed' | 'any'>(seen && seen.amounts.length === 0 ? 'any' : 'fixed')
  const [amounts, setAmounts] = useState(
    (seen?.amounts ?? []).map((one) => minorToInput(one, locale).replace(/\s/g, '')).join(' '),
  )
  const [least, setLeast] = useState(seen?.least)
  const [most, setMost] = useState(seen?.most)
  const [days, setDays] = useState(seen?.days)
  const sums = amounts
    .trim()
    .split(/[\s;]+/)
    .map(parseMinor)
  const fixed = sums.every((sum) => sum !== undefined && sum > 0)
  const body = (): CertificateKindRequest => ({
    name: { ru: nameRu.trim(), ...(nameEn.trim() ? { en: nameEn.trim() } : {}) },
    origin,
    ...(by === 'fixed'
      ? { amounts: sums.filter((sum) => sum !== undefined) }
      : { least: least ?? null, most: most ?? null }),
    ...(origin === 'GIFTED' && days ? { days } : {}),
  })
  const complete = nameRu.trim() !== '' && (by === 'fixed' ? fixed : Boolean(least && most && most >= least))
  return {
    nameRu,
    setNameRu,
    nameEn,
    setNameEn,
    origin,
    setOrigin,
    by,
    setBy,
    amounts,
    setAmounts,
    least,
    setLeast,
    most,
    setMost,
    days,
    setDays,
    body,
    complete,
  }
}
