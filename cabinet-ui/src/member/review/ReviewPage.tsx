import { IconLinkOff, IconMoodSmile } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useReviewPage, useSayReview } from '@/base/api/queries/publicReview'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import { Message } from '../light/Message'
import { Shell } from '../light/Shell'
import ui from '../light/ui.module.css'
import classes from './ReviewPage.module.css'
import { texts } from './texts'
import { keepScore, unsentScore } from './unsent'

type Page = Schemas['ReviewPage']

/** Where a request's link leads: one tap rates the purchase, words may follow. */
export function ReviewPage({ name }: { name: string }) {
  const t = useTexts(texts)
  const local = useLocalText()
  const page = useReviewPage(name)
  const shop = local(page.data?.shop)
  const title = shop ? `${t('title')} · ${shop}` : t('title')
  useEffect(() => {
    document.title = title
  }, [title])
  const { error } = page
  if (error instanceof ApiError && (error.status === 404 || error.status === 410)) {
    const closed = error.status === 410
    return (
      <Shell>
        <Message
          title={t(closed ? 'closed' : 'missing')}
          text={t(closed ? 'closedText' : 'missingText')}
          icon={<IconLinkOff size={30} />}
        />
      </Shell>
    )
  }
  return (
    <Shell brand={<b>{shop}</b>}>
      {error && !page.data && <ErrorLine error={error} onRetry={() => void page.refetch()} />}
      {page.data && <Rating name={name} page={page.data} />}
    </Shell>
  )
}

function Rating({ name, page }: { name: string; page: Page }) {
  const say = useSayReview(name)
  const tapped = say.variables?.score ?? unsentScore(name)
  const begun = useRef(false)
  const { mutate } = say

  function rate(score: number) {
    keepScore(name, score)
    mutate({ score }, { onSuccess: () => keepScore(name, undefined) })
  }

  // Tapped before without a network, and the page was closed.
  useEffect(() => {
    const kept = unsentScore(name)
    if (begun.current || kept === undefined) return
    begun.current = true
    if (page.score == null) mutate({ score: kept }, { onSuccess: () => keepScore(name, undefined) })
    else keepScore(name, undefined)
  }, [name, page.score, mutate])

  return (
    <div className={classes.page}>
      {page.score == null ? (
        <Scale page={page} tapped={say.isPending ? tapped : undefined} onRate={rate} waiting={say.failureCount > 0} />
      ) : (
        <Thanks page={page} say={say} />
      )}
      {say.error && <ErrorLine error={say.error} />}
    </div>
  )
}

type ScaleProps = { page: Page; tapped: number | undefined; onRate: (score: number) => void; waiting: boolean }

function Scale({ page, tapped, onRate, waiting }: ScaleProps) {
  const t = useTexts(texts)
  const local = useLocalText()
  const f = useFormat()
  return (
    <>
      <h1>{t('question', { shop: local(page.shop) })}</h1>
      <p className={ui.muted}>
        {f.dayMonthLong(page.boughtAt)} · {page.store}
        {page.cashier && ` · ${t('cashier', { name: page.cashier })}`}
      </p>
      {page.reward > 0 && (
        <p className={classes.reward}>{t('promise', { amount: f.bonus(page.reward), count: page.rewardDays })}</p>
      )}
      <fieldset className={classes.scale}>
        <legend className="k-visually-hidden">{t('scale')}</legend>
        {Array.from({ length: 11 }, (_, score) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a score is its place
            key={score}
            type="button"
            aria-label={t('score', { score })}
            aria-pressed={tapped === score}
            disabled={tapped !== undefined}
            onClick={() => onRate(score)}
          >
            {score}
          </button>
        ))}
      </fieldset>
      <div className={classes.ends} aria-hidden>
        <span>{t('worst')}</span>
        <span>{t('best')}</span>
      </div>
      {tapped !== undefined && <p role="status">{t(waiting ? 'waiting' : 'sending')}</p>}
    </>
  )
}

function Thanks({ page, say }: { page: Page; say: ReturnType<typeof useSayReview> }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <>
      <span className={classes.smile} aria-hidden>
        <IconMoodSmile size={34} />
      </span>
      <div role="status">
        <h1>{t('thanks')}</h1>
      </div>
      <p className={ui.muted}>{t('yourScore', { score: page.score ?? 0 })}</p>
      {page.reward > 0 && (
        <p className={classes.reward}>{t('given', { amount: f.bonus(page.reward), count: page.rewardDays })}</p>
      )}
      {page.comment && <blockquote className={classes.said}>{page.comment}</blockquote>}
      {page.mayAdd && <Words page={page} say={say} />}
    </>
  )
}

function Words({ page, say }: { page: Page; say: ReturnType<typeof useSayReview> }) {
  const t = useTexts(texts)
  const [words, setWords] = useState('')
  function send(event: FormEvent) {
    event.preventDefault()
    const comment = words.trim()
    if (comment) say.mutate({ comment }, { onSuccess: () => setWords('') })
  }
  return (
    <form className={classes.words} onSubmit={send}>
      <label htmlFor="words">{t(page.comment ? 'more' : (page.score ?? 0) >= 9 ? 'whatGood' : 'whatBad')}</label>
      <textarea
        id="words"
        rows={4}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <button type="submit" className={ui.button} disabled={!words.trim() || say.isPending}>
        {t('send')}
      </button>
      {say.isPending && say.failureCount > 0 && <p role="status">{t('waiting')}</p>}
    </form>
  )
}
