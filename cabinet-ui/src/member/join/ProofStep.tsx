import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { useCheckSignUp, useProvenSignUp } from '@/base/api/queries/publicCard'
import { useDemo, useRingNumber } from '@/base/api/queries/simulator'
import { useFormat } from '@/base/format/useFormat'
import { useClock } from '@/base/hooks/useClock'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Join.module.css'
import type { PendingProof } from './pending'
import { texts } from './texts'

type Props = {
  pending: PendingProof
  again: { run: () => void; busy: boolean; error: unknown }
  onBack: () => void
  onDone: (done: Schemas['SignUpDone']) => void
}

/** The person acts in a messenger or rings a number; this page waits and goes on by itself. */
export function ProofStep({ pending, again, onBack, onDone }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const now = useClock()
  const standing = useCheckSignUp(pending)
  const { mutate, isIdle, isPending, error } = useProvenSignUp()
  const proven = standing.data?.state === 'PROVEN'
  const other = standing.data?.state === 'OTHER_PHONE'
  // What was proven in the last second still counts.
  const over = !proven && !other && (standing.data?.state === 'ELAPSED' || pending.expiresAt <= now || standing.error)
  const finish = () => mutate({ signUpId: pending.signUpId, secret: pending.secret }, { onSuccess: onDone })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is proven
  useEffect(() => {
    if (proven && isIdle) finish()
  }, [proven, isIdle])

  return (
    <section className={classes.form} aria-labelledby="proof-title">
      <div>
        <h2 className={classes.title} id="proof-title">
          {t(`proof.${pending.proof}.title`)}
        </h2>
        <p className={ui.muted}>{t(`proof.${pending.proof}.text`, { phone: f.phone(pending.phone) })}</p>
      </div>
      {over || other ? (
        <>
          <p className={classes.expired} role="alert">
            {t(other ? 'proofOther' : 'proofOver')}
          </p>
          {!other && (
            <button type="button" className={`${ui.button} ${ui.wide}`} onClick={again.run} disabled={again.busy}>
              {t('proofAgain')}
            </button>
          )}
        </>
      ) : (
        <>
          {pending.link && (
            <a className={`${ui.button} ${ui.wide}`} href={pending.link} target="_blank" rel="noopener">
              {t('proofOpen', { name: t(`way.${pending.proof}.name`) })}
            </a>
          )}
          {pending.call && <Call pending={pending} />}
          <p className={ui.small} role="status">
            {t(isPending || proven ? 'proofDone' : 'proofWaiting')}
          </p>
        </>
      )}
      {error && <ErrorLine error={error} onRetry={finish} />}
      {Boolean(again.error) && <ErrorLine error={again.error} />}
      <button type="button" className={ui.link} onClick={onBack}>
        {t('proofBack')}
      </button>
    </section>
  )
}

function Call({ pending }: { pending: PendingProof }) {
  const t = useTexts(texts)
  const demo = useDemo().data
  const ring = useRingNumber()
  return (
    <>
      <a className={`${ui.button} ${ui.wide}`} href={`tel:${pending.call?.replace(/[^+\d]/g, '')}`}>
        {pending.call}
      </a>
      {demo && (
        <button
          type="button"
          className={`${ui.quiet} ${ui.wide}`}
          disabled={ring.isPending}
          onClick={() => ring.mutate(pending.phone)}
        >
          {t('proofRing')}
        </button>
      )}
    </>
  )
}
