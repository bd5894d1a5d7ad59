import { Alert, Checkbox, MultiSelect, NumberInput, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useStores } from '@/base/api/queries/stores'
import { DateInput } from '@/base/form/DateInput'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { Part, Whole } from './fields'
import classes from './Promo.module.css'
import { PromoSegment } from './PromoSegment'
import { guesses, isWeak, listed, MOST_AT_ONCE, type Plan } from './plan'
import { texts } from './texts'

export type Editing = {
  plan: Plan
  onChange: (plan: Plan) => void
  /** It was sent already: what is missing is said. */
  asked: boolean
}

export function Names({ plan, onChange, asked }: Editing) {
  const t = useTexts(texts)
  return (
    <div className={classes.row}>
      <TextInput
        label={t('nameRu')}
        description={t('nameRuHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={100}
        value={plan.ru}
        onChange={(event) => onChange({ ...plan, ru: event.currentTarget.value })}
        error={asked && !plan.ru.trim() && t('nameNeeded')}
      />
      <TextInput
        label={t('nameEn')}
        maxLength={100}
        value={plan.en}
        onChange={(event) => onChange({ ...plan, en: event.currentTarget.value })}
      />
    </div>
  )
}

/** Made up here, or the shop's own. */
export function Codes({ plan, onChange, asked }: Editing) {
  const t = useTexts(texts)
  return (
    <Part title={t('codes')}>
      <SegmentedControl
        aria-label={t('codes')}
        value={plan.own ? 'own' : 'made'}
        onChange={(kind) => onChange({ ...plan, own: kind === 'own', usesPerCode: kind === 'own' ? undefined : 1 })}
        data={[
          { value: 'made', label: t('kind.made') },
          { value: 'own', label: t('kind.own') },
        ]}
      />
      {plan.own ? (
        <Textarea
          label={t('listed')}
          description={t('listedHint')}
          autosize
          minRows={3}
          maxRows={10}
          value={plan.listed}
          onChange={(event) => onChange({ ...plan, listed: event.currentTarget.value })}
          error={asked && listed(plan.listed).length === 0 && t('listedNeeded')}
        />
      ) : (
        <Made plan={plan} onChange={onChange} asked={asked} />
      )}
    </Part>
  )
}

function Made({ plan, onChange, asked }: Editing) {
  const t = useTexts(texts)
  return (
    <>
      <div className={classes.row}>
        <Whole
          label={t('count')}
          value={plan.count}
          max={MOST_AT_ONCE}
          onChange={(count) => onChange({ ...plan, count })}
          error={asked && !plan.count && t('countNeeded')}
        />
        <TextInput
          label={t('prefix')}
          description={t('prefixHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={10}
          value={plan.prefix}
          onChange={(event) => onChange({ ...plan, prefix: event.currentTarget.value.toUpperCase() })}
        />
        <NumberInput
          label={t('symbols')}
          min={4}
          max={20}
          allowDecimal={false}
          value={plan.symbols}
          onChange={(symbols) => onChange({ ...plan, symbols: Number(symbols) || 0 })}
        />
      </div>
      <Strength plan={plan} />
    </>
  )
}

const EXAMPLE = '7KX4RMA9WTQ2HVC6NZPE'

/** Whether codes of this length can be guessed, in words. */
function Strength({ plan }: { plan: Plan }) {
  const t = useTexts(texts)
  const f = useFormat()
  const live = plan.count ?? 0
  const tries = guesses(plan.symbols, live)
  const words = { live: f.number(live), guesses: t('guesses', { count: tries, n: f.number(tries) }) }
  const code = `${plan.prefix ? `${plan.prefix}-` : ''}${EXAMPLE.slice(0, Math.max(4, plan.symbols))}8`
  return (
    <>
      <Text size="sm">{t('example', { code })}</Text>
      {live > 0 && isWeak(plan.symbols, live) ? (
        <Alert color="honey" variant="light" icon={<IconAlertTriangle aria-hidden />} role="status">
          {t('weak', words)}
        </Alert>
      ) : (
        live > 0 && (
          <Text size="sm" c="dimmed">
            {t('safe', words)}
          </Text>
        )
      )}
    </>
  )
}

/** @param fixed how often one code is good stays as it was issued */
export function Often({ plan, onChange, fixed }: Editing & { fixed: boolean }) {
  const t = useTexts(texts)
  return (
    <Part title={t('howOften')}>
      <div className={classes.row}>
        <Whole
          label={t('perCode')}
          placeholder={t('any')}
          disabled={fixed}
          value={plan.usesPerCode}
          onChange={(usesPerCode) => onChange({ ...plan, usesPerCode })}
        />
        <Whole
          label={t('perMember')}
          placeholder={t('any')}
          value={plan.usesPerMember}
          onChange={(usesPerMember) => onChange({ ...plan, usesPerMember })}
        />
        <Whole
          label={t('inAll')}
          placeholder={t('any')}
          value={plan.usesInAll}
          onChange={(usesInAll) => onChange({ ...plan, usesInAll })}
        />
      </div>
      <Checkbox
        label={t('giveBack')}
        checked={plan.giveBack}
        onChange={(event) => onChange({ ...plan, giveBack: event.currentTarget.checked })}
      />
    </Part>
  )
}

export function Whom({ plan, onChange }: Editing) {
  const t = useTexts(texts)
  const stores = useStores().data?.items ?? []
  const card = plan.usesPerMember !== undefined || plan.firstPurchase || plan.segmentId !== null
  return (
    <Part title={t('whomWhere')}>
      <div className={classes.row}>
        <PromoSegment value={plan.segmentId} onChange={(segmentId) => onChange({ ...plan, segmentId })} />
        <MultiSelect
          label={t('stores')}
          placeholder={plan.storeIds.length === 0 ? t('allStores') : ''}
          data={stores.map(({ id, name }) => ({ value: id, label: name }))}
          value={plan.storeIds}
          onChange={(storeIds: string[]) => onChange({ ...plan, storeIds })}
          searchable
          hidePickedOptions
        />
      </div>
      <Checkbox
        label={t('firstPurchase')}
        checked={plan.firstPurchase}
        onChange={(event) => onChange({ ...plan, firstPurchase: event.currentTarget.checked })}
      />
      {card && (
        <Text size="sm" c="dimmed" role="status">
          {t('needsCard')}
        </Text>
      )}
    </Part>
  )
}

export function When({ plan, onChange }: Editing) {
  const t = useTexts(texts)
  const wrong = plan.firstDay !== '' && plan.lastDay !== '' && plan.lastDay < plan.firstDay
  return (
    <Part title={t('when')}>
      <div className={classes.row}>
        <DateInput
          label={t('firstDay')}
          value={plan.firstDay}
          onChange={(firstDay) => onChange({ ...plan, firstDay })}
        />
        <DateInput
          label={t('lastDay')}
          value={plan.lastDay}
          onChange={(lastDay) => onChange({ ...plan, lastDay })}
          error={wrong && t('daysWrong')}
        />
      </div>
    </Part>
  )
}
