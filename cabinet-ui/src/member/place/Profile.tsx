import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { type OwnEdit, useChangePlaceProfile, usePlaceProfile } from '@/base/api/queries/place'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { BirthDateField } from '../join/BirthDateField'
import { NO_DATE, readBirthDate } from '../join/birthDate'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

export function Profile({ token }: { token: string }) {
  const t = useTexts(texts)
  const own = usePlaceProfile(token)
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="profile-title">
      <h2 id="profile-title">{t('profile')}</h2>
      {own.data ? (
        <Form key={own.data.profile.revision} token={token} own={own.data} />
      ) : own.error ? (
        <ErrorLine error={own.error} onRetry={() => void own.refetch()} />
      ) : (
        <div className={ui.skeleton} style={{ height: 200 }} />
      )}
    </section>
  )
}

function Form({ token, own }: { token: string; own: Schemas['OwnData'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { profile } = own
  const change = useChangePlaceProfile(token, profile.revision)
  const [name, setName] = useState(profile.name)
  const [email, setEmail] = useState(profile.email ?? '')
  const [locale, setLocale] = useState(profile.locale)
  const [birth, setBirth] = useState(NO_DATE)
  const date = readBirthDate(birth, new Date())
  const refused = change.error instanceof ApiError ? change.error : undefined
  const wrong = (field: 'name' | 'email' | 'birthDate') => refused?.fieldError(field)
  const told = wrong('name') ?? wrong('email') ?? wrong('birthDate')

  function save(event: FormEvent) {
    event.preventDefault()
    if ('error' in date) return
    const edit: OwnEdit = { name: name.trim(), email: email.trim(), locale, birthDate: date.date }
    change.mutate(edit)
  }

  return (
    <form className={classes.form} onSubmit={save} noValidate>
      <p className={ui.small}>{t('phoneStays', { phone: f.phone(profile.phone) })}</p>
      <Line id="own-name" label={t('name')} value={name} error={wrong('name')} complete="name" onChange={setName} />
      <Line
        id="own-email"
        label={t('email')}
        value={email}
        error={wrong('email')}
        complete="email"
        onChange={setEmail}
      />
      {profile.birthDate ? (
        <div className={ui.small}>
          <p>{t('bornOn', { date: f.dateLong(profile.birthDate) })}</p>
          <p>{t('bornHint')}</p>
        </div>
      ) : (
        own.birthDateOpen && (
          <div>
            <BirthDateField
              value={birth}
              error={'error' in date && birth.year.length === 4 ? t('birthWrong') : wrong('birthDate')}
              onChange={setBirth}
            />
            <p className={ui.small}>{t('birthOnce')}</p>
          </div>
        )
      )}
      <fieldset className={classes.choice}>
        <legend className={ui.label}>{t('language')}</legend>
        {(['ru', 'en'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="own-locale" checked={locale === one} onChange={() => setLocale(one)} />
            {t(`language.${one}`)}
          </label>
        ))}
      </fieldset>
      {Boolean(change.error) && !told && <ErrorLine error={change.error} />}
      <button type="submit" className={ui.button} disabled={change.isPending || 'error' in date}>
        {t('save')}
      </button>
      <p role="status" className={ui.small}>
        {change.isSuccess && t('saved')}
      </p>
    </form>
  )
}

type LineProps = {
  id: string
  label: string
  value: string
  error?: string
  complete: 'name' | 'email'
  onChange: (text: string) => void
}

function Line({ id, label, value, error, complete, onChange }: LineProps) {
  return (
    <div className={ui.field}>
      <label className={ui.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={ui.input}
        type={complete === 'email' ? 'email' : 'text'}
        autoComplete={complete}
        maxLength={complete === 'email' ? 200 : 100}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p className={ui.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
