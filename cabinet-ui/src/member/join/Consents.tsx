import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import { Agreed } from './Agreed'
import classes from './Join.module.css'
import { texts } from './texts'

export type Consented = { terms: boolean; data: boolean; messages: boolean }

type Props = {
  shop: Schemas['Shop']
  given: Consented
  errors: { consentTerms?: string; consentData?: string }
  onChange: (given: Consented) => void
}

/** Each by itself and none ticked beforehand: the rules, the use of data, and, who likes, messages. */
export function Consents({ shop, given, errors, onChange }: Props) {
  const t = useTexts(texts)
  const named = useShopName()
  return (
    <div>
      <Needed
        kind="terms"
        slug={shop.slug}
        given={given.terms}
        error={errors.consentTerms}
        onChange={(terms) => onChange({ ...given, terms })}
      />
      <Needed
        kind="privacy"
        slug={shop.slug}
        given={given.data}
        error={errors.consentData}
        onChange={(data) => onChange({ ...given, data })}
      />
      <label className={ui.check}>
        <input
          type="checkbox"
          checked={given.messages}
          onChange={(event) => onChange({ ...given, messages: event.currentTarget.checked })}
        />
        <span>
          {t('messages')} <span className={ui.muted}>{t('optional')}</span>
        </span>
      </label>
      <details className={classes.details}>
        <summary>{t('detailsTitle')}</summary>
        <p>{t('detailsText', { shop: named(shop) })}</p>
      </details>
    </div>
  )
}

const FIELD = { terms: 'consentTerms', privacy: 'consentData' } as const

type NeededProps = {
  kind: keyof typeof FIELD
  slug: string
  given: boolean
  error: string | undefined
  onChange: (given: boolean) => void
}

/** A consent without which there is no card, ticked by itself, with the shop's text beside it. */
function Needed({ kind, slug, given, error, onChange }: NeededProps) {
  const t = useTexts(texts)
  const field = FIELD[kind]
  const errorId = `${field}-error`
  return (
    <div data-field={field}>
      <label className={ui.check}>
        <input
          type="checkbox"
          required
          checked={given}
          onChange={(event) => onChange(event.currentTarget.checked)}
          aria-invalid={Boolean(error)}
          aria-describedby={error ? errorId : undefined}
        />
        <span>{t(field)}</span>
      </label>
      <Agreed slug={slug} kind={kind} />
      {error && (
        <p className={`${ui.error} ${classes.under}`} id={errorId}>
          {error}
        </p>
      )}
    </div>
  )
}
