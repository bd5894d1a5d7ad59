import { NumberInput, Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconScale } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useHoldOutAdvice } from '@/base/api/queries/results'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './Campaigns.module.css'
import { texts } from './resultTexts'

export type WindowDays = NonNullable<Schemas['CampaignRequest']['windowDays']>

/** `percent` is undefined while it follows the advice, null while the field is empty. */
export type HoldOut = { percent?: number | null; windowDays: WindowDays }

const DAYS: readonly WindowDays[] = [7, 14, 30]
const MOST = 50
const AFTER_CHANGE = 300
/** No message makes a larger share buy: so few people would show nothing. */
const SEEN_AT_ALL = 0.3

/** What is sent: the share that was typed, else the advised one. */
export function useHoldOut(value: HoldOut, members: number | undefined) {
  const [settled] = useDebouncedValue(value, AFTER_CHANGE)
  const { data: advice } = useHoldOutAdvice(
    members === undefined
      ? undefined
      : { members, windowDays: settled.windowDays, percent: settled.percent ?? undefined },
  )
  const percent = value.percent === undefined ? advice?.advised : (value.percent ?? undefined)
  return { advice, percent }
}

type Props = {
  value: HoldOut
  percent: number | undefined
  members: number | undefined
  advice: Schemas['HoldOutAdvice'] | undefined
  onChange: (value: HoldOut) => void
}

/** How it will be found out what the campaign brought, as a sentence. */
export function HoldOutChoice({ value, percent, members, advice, onChange }: Props) {
  const t = useTexts(texts)
  return (
    <fieldset className={classes.holdOut}>
      <legend>{t('holdOut')}</legend>
      <div className={classes.sentence}>
        <span>{t('doNotWriteTo')}</span>
        <NumberInput
          aria-label={t('percentLabel')}
          size="md"
          w={96}
          min={0}
          max={MOST}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          suffix=" %"
          value={percent ?? ''}
          onChange={(typed) => onChange({ ...value, percent: typeof typed === 'number' ? typed : null })}
        />
        <span>{t('ofChosen')}</span>
        <Select
          aria-label={t('windowLabel')}
          size="md"
          w={130}
          allowDeselect={false}
          data={DAYS.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
          value={String(value.windowDays)}
          onChange={(days) => onChange({ ...value, windowDays: Number(days) as WindowDays })}
        />
      </div>
      {advice && members !== undefined && members > 0 && (
        <Advice advice={advice} percent={percent} members={members} windowDays={value.windowDays} />
      )}
    </fieldset>
  )
}

type AdviceProps = {
  advice: Schemas['HoldOutAdvice']
  percent: number | undefined
  members: number
  windowDays: number
}

function Advice({ advice, percent, members, windowDays }: AdviceProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const { chosen, advised, base, known } = advice
  const points = (share: number) => f.number(Math.ceil(share * 100))
  const tooFew = advised === 0 || chosen.detectable > SEEN_AT_ALL
  return (
    <div className={classes.advice} role="status">
      <IconScale size={24} aria-hidden />
      <div>
        {tooFew || percent === undefined || percent === 0 || chosen.heldOut === 0 ? (
          <Text size="sm">{t(tooFew ? 'tooFewForHoldOut' : 'noHoldOut', { count: members })}</Text>
        ) : (
          <>
            <Text size="sm" fw={650}>
              {t('sees', {
                count: members,
                percent: f.percent(chosen.percent),
                heldOut: f.number(chosen.heldOut),
                points: points(chosen.detectable),
              })}
            </Text>
            {chosen.price > 0 && (
              <Text size="sm">
                {t('price', { count: chosen.heldOut, price: f.money(Math.round(chosen.price / 10_000) * 10_000) })}
              </Text>
            )}
          </>
        )}
        {!tooFew && (
          <Text size="sm" c="dimmed">
            {t(known ? 'base' : 'baseUsual', { base: f.percent(Math.round(base * 1000) / 10), count: windowDays })}{' '}
            {advised > 0 && t('advised', { percent: f.percent(advised) })}
          </Text>
        )}
      </div>
    </div>
  )
}
