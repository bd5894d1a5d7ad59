import { useMemo } from 'react'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './BirthDateField.module.css'
import type { BirthDate } from './birthDate'
import { texts } from './texts'

type Props = { value: BirthDate; error?: string; onChange: (value: BirthDate) => void }

/** Three fields: a calendar that begins today is no help to somebody born in 1968. */
export function BirthDateField({ value, error, onChange }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const months = useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 1)))
  }, [locale])
  const digits = (text: string, length: number) => text.replace(/\D/g, '').slice(0, length)
  const common = {
    className: ui.input,
    'aria-invalid': Boolean(error),
    'aria-describedby': error ? 'birth-error' : 'birth-hint',
  }
  return (
    <fieldset className={ui.field}>
      <legend className={ui.label}>
        {t('birthDate')} <span>{t('optional')}</span>
      </legend>
      <div className={classes.row}>
        <input
          {...common}
          aria-label={t('day')}
          placeholder={t('day')}
          inputMode="numeric"
          autoComplete="bday-day"
          value={value.day}
          onChange={(event) => onChange({ ...value, day: digits(event.currentTarget.value, 2) })}
        />
        <div className={classes.month}>
          <select
            {...common}
            aria-label={t('month')}
            autoComplete="bday-month"
            data-empty={value.month === '' || undefined}
            value={value.month}
            onChange={(event) => onChange({ ...value, month: event.currentTarget.value })}
          >
            <option value="">{t('month')}</option>
            {months.map((name, index) => (
              <option key={name} value={String(index + 1)}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <input
          {...common}
          aria-label={t('year')}
          placeholder={t('year')}
          inputMode="numeric"
          autoComplete="bday-year"
          value={value.year}
          onChange={(event) => onChange({ ...value, year: digits(event.currentTarget.value, 4) })}
        />
      </div>
      {error ? (
        <p className={ui.error} id="birth-error">
          {error}
        </p>
      ) : (
        <p className={ui.small} id="birth-hint">
          {t('birthHint')}
        </p>
      )}
    </fieldset>
  )
}
