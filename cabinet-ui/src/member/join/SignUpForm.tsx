import { type FormEvent, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useLocale } from '@/base/i18n/locale'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import { Agreed } from './Agreed'
import { BirthDateField } from './BirthDateField'
import { type BirthDate, NO_DATE, readBirthDate } from './birthDate'
import { InviteField } from './Invited'
import type { Invitation } from './invite'
import classes from './Join.module.css'
import { PhoneField } from './PhoneField'
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

type Errors = Partial<Record<'phone' | 'name' | 'birthDate' | 'consentTerms', string>>
const ORDER = ['phone', 'name', 'birthDate', 'consentTerms'] as const

export function SignUpForm({ shop, initial, invitation, busy, error, onSubmit }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const named = useShopName()
  const form = useRef<HTMLFormElement>(null)
  const [phone, setPhone] = useState(() => formatTyped(initial?.phone ?? ''))
  const [name, setName] = useState(initial?.name ?? '')
  const [birth, setBirth] = useState<BirthDate>(() => split(initial?.birthDate))
  const [terms, setTerms] = useState(initial?.consentTerms ?? false)
  const [messages, setMessages] = useState(initial?.consentMessages ?? false)
  const [own, setOwn] = useState<Errors>({})
  const refused = error instanceof ApiError ? error : undefined
  const errors: Errors = { ...fromService(refused), ...own }
  const elsewhere = error && Object.keys(fromService(refused)).length === 0

  function submit(event: FormEvent) {
    event.preventDefault()
    const date = readBirthDate(birth, new Date())
    const found = mistakes(phone, name, date, terms, t)
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
      consentMessages: messages,
      inviteCode: invitation.typed.trim() || undefined,
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
      <div data-field="consentTerms">
        <Terms slug={shop.slug} given={terms} error={errors.consentTerms} onChange={setTerms} />
        <label className={ui.check}>
          <input type="checkbox" checked={messages} onChange={(event) => setMessages(event.currentTarget.checked)} />
          <span>{t('messages')}</span>
        </label>
        <details className={classes.details}>
          <summary>{t('detailsTitle')}</summary>
          <p>{t('detailsText', { shop: named(shop) })}</p>
        </details>
      </div>
      <InviteField invitation={invitation} />
      {Boolean(elsewhere) && <ErrorLine error={error} />}
      <button type="submit" className={`${ui.button} ${ui.wide}`} disabled={busy}>
        {busy && <span className={ui.spinner} aria-hidden />}
        {t('submit')}
      </button>
      <p className={classes.foot}>{t('haveCard')}</p>
    </form>
  )
}

type Read = ReturnType<typeof readBirthDate>

function mistakes(phone: string, name: string, date: Read, terms: boolean, t: Translate<typeof texts>): Errors {
  const found: Errors = {}
  if (!isComplete(phone)) found.phone = t('phoneWrong')
  if (!name.trim()) found.name = t('nameWrong')
  if ('error' in date) found.birthDate = t(date.error === 'incomplete' ? 'birthIncomplete' : 'birthInvalid')
  if (!terms) found.consentTerms = t('termsWrong')
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

type TermsProps = { slug: string; given: boolean; error: string | undefined; onChange: (given: boolean) => void }

function Terms({ slug, given, error, onChange }: TermsProps) {
  const t = useTexts(texts)
  return (
    <>
      <label className={ui.check}>
        <input
          type="checkbox"
          required
          checked={given}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? 'terms-error' : undefined}
        />
        <span>{t('terms')}</span>
      </label>
      <Agreed slug={slug} />
      {error && (
        <p className={ui.error} id="terms-error">
          {error}
        </p>
      )}
    </>
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
