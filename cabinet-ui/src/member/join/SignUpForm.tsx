import { type FormEvent, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useLocale } from '@/base/i18n/locale'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import { BirthDateField } from './BirthDateField'
import { type BirthDate, NO_DATE, readBirthDate } from './birthDate'
import { type Consented, Consents } from './Consents'
import { InviteField } from './Invited'
import type { Invitation } from './invite'
import classes from './Join.module.css'
import { PhoneField } from './PhoneField'
import { ProofChoice } from './ProofChoice'
import { formatTyped, isComplete } from './phone'
import { texts } from './texts'

type Props = {
  shop: Schemas['Shop']
  initial?: Schemas['SignUp']
  invitation: Invitation
  busy: boolean
  error: unknown
  onSubmit: (body: Schemas['SignUp']) => void
}

type Errors = Partial<Record<(typeof ORDER)[number], string>>
const ORDER = ['phone', 'name', 'birthDate', 'consentTerms', 'consentData'] as const

export function SignUpForm({ shop, initial, invitation, busy, error, onSubmit }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const form = useRef<HTMLFormElement>(null)
  const [phone, setPhone] = useState(() => formatTyped(initial?.phone ?? ''))
  const [name, setName] = useState(initial?.name ?? '')
  const [birth, setBirth] = useState<BirthDate>(() => split(initial?.birthDate))
  const [consents, setConsents] = useState<Consented>(() => ({
    terms: initial?.consentTerms ?? false,
    data: initial?.consentData ?? false,
    messages: initial?.consentMessages ?? false,
  }))
  const [own, setOwn] = useState<Errors>({})
  const ways = shop.proofs ?? ['SMS']
  const [chosen, setChosen] = useState(initial?.proof)
  const proof = chosen && ways.includes(chosen) ? chosen : (ways[0] ?? 'SMS')
  const refused = error instanceof ApiError ? error : undefined
  const errors: Errors = { ...fromService(refused), ...own }
  const elsewhere = error && Object.keys(fromService(refused)).length === 0

  if (ways.length === 0) return <NoWay />

  function submit(event: FormEvent) {
    event.preventDefault()
    const date = readBirthDate(birth, new Date())
    const found = mistakes({ phone, name, date, consents }, t)
    setOwn(found)
    const first = ORDER.find((field) => found[field])
    if (first) {
      form.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, select)`)?.focus()
      return
    }
    onSubmit({
      phone,
      name: name.trim(),
      birthDate: 'date' in date ? date.date : undefined,
      locale,
      consentTerms: true,
      consentData: true,
      consentMessages: consents.messages,
      inviteCode: invitation.typed.trim() || undefined,
      proof,
    })
  }

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <div>
        <h2 className={classes.title}>{t('formTitle')}</h2>
        <p className={ui.muted}>{t('formHint')}</p>
      </div>
      <div data-field="phone">
        <PhoneField id="phone" label={t('phone')} value={phone} error={errors.phone} onChange={setPhone} />
      </div>
      <NameField value={name} error={errors.name} onChange={setName} />
      <div data-field="birthDate">
        <BirthDateField value={birth} error={errors.birthDate} onChange={setBirth} />
      </div>
      <Consents shop={shop} given={consents} errors={errors} onChange={setConsents} />
      <InviteField invitation={invitation} />
      <ProofChoice ways={ways} chosen={proof} onChoose={setChosen} />
      {Boolean(elsewhere) && <ErrorLine error={error} />}
      <button type="submit" className={`${ui.button} ${ui.wide}`} disabled={busy}>
        {busy && <span className={ui.spinner} aria-hidden />}
        {t(`way.${proof}.submit`)}
      </button>
      <p className={classes.foot}>{t('haveCard')}</p>
    </form>
  )
}

/** Nobody can be asked whose the phone is: the till still can give a card out. */
function NoWay() {
  const t = useTexts(texts)
  return (
    <section className={classes.form} aria-labelledby="no-way">
      <h2 className={classes.title} id="no-way">
        {t('noWayTitle')}
      </h2>
      <p>{t('noWayText')}</p>
    </section>
  )
}

type Given = {
  phone: string
  name: string
  date: ReturnType<typeof readBirthDate>
  consents: Consented
}

function mistakes({ phone, name, date, consents }: Given, t: Translate<typeof texts>): Errors {
  const found: Errors = {}
  if (!isComplete(phone)) found.phone = t('phoneWrong')
  if (!name.trim()) found.name = t('nameWrong')
  if ('error' in date) found.birthDate = t(date.error === 'incomplete' ? 'birthIncomplete' : 'birthInvalid')
  if (!consents.terms) found.consentTerms = t('consentWrong')
  if (!consents.data) found.consentData = t('consentWrong')
  return found
}

type NameProps = { value: string; error: string | undefined; onChange: (name: string) => void }

function NameField({ value, error, onChange }: NameProps) {
  const t = useTexts(texts)
  return (
    <div className={ui.field} data-field="name">
      <label className={ui.label} htmlFor="name">
        {t('name')}
      </label>
      <input
        id="name"
        className={ui.input}
        autoComplete="name"
        autoCapitalize="words"
        maxLength={100}
        required
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? 'name-error' : undefined}
      />
      {error && (
        <p className={ui.error} id="name-error">
          {error}
        </p>
      )}
    </div>
  )
}

function fromService(error: ApiError | undefined): Errors {
  const errors: Errors = {}
  for (const field of ORDER) {
    const detail = error?.fieldError(field) ?? (field === 'phone' && error?.code === 'PHONE_INVALID' && error.message)
    if (detail) errors[field] = detail
  }
  return errors
}

function split(date: string | undefined): BirthDate {
  const [year, month, day] = date?.split('-') ?? []
  return year && month && day ? { year, month: String(Number(month)), day: String(Number(day)) } : NO_DATE
}
