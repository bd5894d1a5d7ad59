import { IconBuildingStore } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useShop, useStartSignUp } from '@/base/api/queries/publicCard'
import { suggestLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { Contacts } from '../light/Contacts'
import { colorStyle } from '../light/colorStyle'
import { ErrorLine } from '../light/ErrorLine'
import { Message } from '../light/Message'
import { goTo } from '../light/router'
import { Shell } from '../light/Shell'
import { useShopName } from '../light/shopName'
import ui from '../light/ui.module.css'
import { CodeStep } from './CodeStep'
import { InvitedBy } from './Invited'
import { codeInAddress, useInvitation } from './invite'
import classes from './Join.module.css'
import { Offer } from './Offer'
import { ProofStep } from './ProofStep'
import { isProof, pendingOf, usePending } from './pending'
import { SignUpForm } from './SignUpForm'
import { texts } from './texts'

export function JoinPage({ slug }: { slug: string }) {
  const t = useTexts(texts)
  const shop = useShop(slug)
  const named = useShopName()
  const name = shop.data && named(shop.data)
  const spoken = shop.data?.defaultLocale
  useEffect(() => {
    if (spoken) suggestLocale(spoken)
  }, [spoken])
  useEffect(() => {
    if (name) document.title = t('pageTitle', { shop: name })
  }, [name, t])

  if (shop.error instanceof ApiError && shop.error.status === 404) {
    return (
      <Shell>
        <Message title={t('shopMissing')} text={t('shopMissingText')} icon={<IconBuildingStore size={30} />} />
      </Shell>
    )
  }
  return (
    <Shell wide style={colorStyle(shop.data?.color)}>
      {shop.data ? (
        <>
          <Steps shop={shop.data} />
          <Contacts slug={slug} />
        </>
      ) : shop.error ? (
        <ErrorLine error={shop.error} onRetry={() => void shop.refetch()} />
      ) : (
        <Loading />
      )}
    </Shell>
  )
}

function Steps({ shop }: { shop: Schemas['Shop'] }) {
  const [pending, setPending] = usePending(shop.slug)
  const start = useStartSignUp(shop.slug)
  const invitation = useInvitation(shop.slug, pending?.body.inviteCode ?? codeInAddress(window.location.search))

  function send(body: Schemas['SignUp']) {
    const startedAt = Date.now()
    start.mutate(body, {
      onSuccess: (answer) => {
        setPending(pendingOf(answer, body, startedAt))
        window.scrollTo(0, 0)
      },
    })
  }

  function done(card: Schemas['SignUpDone']) {
    setPending(undefined)
    goTo(`/c/${encodeURIComponent(card.cardToken)}`, { joined: card.created, invite: card.invite })
  }

  const waiting = pending && pending.signUpId !== ''
  return (
    <>
      {!waiting && <InvitedBy invitation={invitation} />}
      <div className={classes.columns}>
        <div className={classes.offer}>
          <Offer shop={shop} brief={Boolean(waiting)} />
        </div>
        {waiting && isProof(pending) ? (
          <ProofStep
            key={pending.signUpId}
            pending={pending}
            again={{ run: () => send(pending.body), busy: start.isPending, error: start.error }}
            onBack={() => {
              start.reset()
              setPending({ ...pending, signUpId: '' })
            }}
            onDone={done}
          />
        ) : waiting ? (
          <CodeStep
            pending={pending}
            resend={{ run: () => send(pending.body), busy: start.isPending, error: start.error }}
            onBack={() => {
              start.reset()
              setPending({ ...pending, signUpId: '' })
            }}
            onDone={done}
          />
        ) : (
          <SignUpForm
            shop={shop}
            initial={pending?.body}
            invitation={invitation}
            busy={start.isPending}
            error={start.error}
            onSubmit={send}
          />
        )}
      </div>
    </>
  )
}

function Loading() {
  const t = useTexts(texts)
  return (
    <div className={classes.columns} aria-busy="true">
      <span className="k-visually-hidden" role="status">
        {t('loading')}
      </span>
      <div className={ui.skeleton} style={{ height: 320, borderRadius: 24 }} />
      <div className={classes.form}>
        <div className={ui.skeleton} style={{ height: 28, width: '60%' }} />
        <div className={ui.skeleton} style={{ height: 52 }} />
        <div className={ui.skeleton} style={{ height: 52 }} />
        <div className={ui.skeleton} style={{ height: 52 }} />
      </div>
    </div>
  )
}
