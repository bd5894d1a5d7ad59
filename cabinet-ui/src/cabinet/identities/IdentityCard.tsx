import { Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { afterwards } from '@/base/api/afterwards'
import { useActivateIdentity, useDeleteIdentity } from '@/base/api/queries/identities'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { ExpiryBadge } from './ExpiryNote'
import classes from './Identities.module.css'
import { type Detail, detailOf, endsFirst, type Identity } from './identity'
import { PublicHalf } from './PublicHalf'
import { Reasons } from './Reasons'
import { CompleteDialog, DownloadRequest } from './RequestDialog'
import { texts } from './texts'

const STATE_COLORS = { ACTIVE: 'pine', STORED: 'blue', RETIRED: 'gray' } as const

type Props = {
  identity: Identity
  /** Another one is in use: this one would take its place. */
  replaces: Identity | undefined
}

type Ask = 'activate' | 'delete' | 'complete'

/** One certificate or key with what may be done with it. */
export function IdentityCard({ identity, replaces }: Props) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const [ask, setAsk] = useState<Ask>()
  const waiting = identity.kind === 'APPLE_REQUEST'
  return (
    <li className={classes.card} data-state={identity.state} aria-label={identity.name}>
      <Group gap="xs">
        <Badge color={waiting ? 'honey' : STATE_COLORS[identity.state]}>
          {t(waiting ? 'state.request' : `state.${identity.state}`)}
        </Badge>
        <ExpiryBadge identity={identity} />
      </Group>
      <h3>{identity.name}</h3>
      <Facts identity={identity} />
      {identity.kind === 'NFC_KEY' && (
        <details className={classes.details}>
          <summary>{t('publicHalf')}</summary>
          <PublicHalf identity={identity} />
        </details>
      )}
      <Text fz="sm" c="dimmed">
        {t('added', { date: f.dateTime(identity.createdAt), by: identity.createdBy })}
      </Text>
      <Group gap="xs" mt="auto">
        {waiting && (
          <>
            <DownloadRequest identity={identity} />
            <Button variant="light" onClick={() => setAsk('complete')}>
              {t('complete')}
            </Button>
          </>
        )}
        {!waiting && identity.state !== 'ACTIVE' && (
          <Button onClick={() => setAsk('activate')}>{t(wordToUse(identity, replaces))}</Button>
        )}
        {identity.state !== 'ACTIVE' && (
          <Button variant="subtle" color="red" onClick={() => setAsk('delete')}>
            {t('delete')}
          </Button>
        )}
      </Group>
      <Questions identity={identity} replaces={replaces} ask={ask} onClose={() => setAsk(undefined)} />
    </li>
  )
}

function wordToUse(identity: Identity, replaces: Identity | undefined) {
  if (identity.state === 'RETIRED') return 'takeBack'
  return replaces ? 'replace' : 'use'
}

type QuestionsProps = Props & { ask: Ask | undefined; onClose: () => void }

/** What is asked before it is used, thrown away or joined with its certificate. */
function Questions({ identity, replaces, ask, onClose }: QuestionsProps) {
  const t = useTexts(texts)
  const activate = useActivateIdentity()
  const remove = useDeleteIdentity()
  const close = () => {
    activate.reset()
    remove.reset()
    onClose()
  }
  const done = (text: 'activated' | 'deleted') => () => {
    toast.success(t(text, { name: identity.name }))
    close()
  }
  return (
    <>
      {ask === 'complete' && <CompleteDialog identity={identity} onClose={close} />}
      <ConfirmDialog
        opened={ask === 'activate'}
        title={t('activateTitle', { name: identity.name })}
        confirmLabel={t(wordToUse(identity, replaces))}
        busy={activate.isPending}
        onClose={close}
        onConfirm={() => afterwards(activate, identity.id, done('activated'))}
      >
        {replaces && (
          <div className={classes.both}>
            <Side title={t('now')} identity={replaces} />
            <Side title={t('after')} identity={identity} />
          </div>
        )}
        {identity.kind !== 'APPLE_REQUEST' && <Text>{t(`activate.${identity.kind}`)}</Text>}
        {activate.error && <Reasons error={activate.error} />}
      </ConfirmDialog>
      <ConfirmDialog
        opened={ask === 'delete'}
        title={t('deleteTitle', { name: identity.name })}
        text={t('deleteText')}
        confirmLabel={t('delete')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() => afterwards(remove, identity.id, done('deleted'))}
      />
    </>
  )
}

function Side({ title, identity }: { title: string; identity: Identity }) {
  return (
    <div>
      <Text fz="sm" c="dimmed">
        {title}
      </Text>
      <b>{identity.name}</b>
      <Facts identity={identity} />
      <ExpiryBadge identity={identity} />
    </div>
  )
}

function Facts({ identity }: { identity: Identity }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const detail = detailOf(identity)
  return (
    <dl className={classes.facts}>
      {factsOf(detail, t, f.dateLong).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Say = (key: keyof typeof texts & string) => string

function factsOf(detail: Detail, t: Say, date: (value: string) => string): [string, string][] {
  const first = endsFirst(detail)
  const facts: [string, string | undefined][] = [
    [t('forPass'), detail.passTypeIdentifier],
    [t('team'), detail.teamIdentifier],
    ['NFC', detail.nfc === undefined ? undefined : t(detail.nfc ? 'yes' : 'no')],
    [t(first === 'certificate' ? 'certificateFirst' : 'certificateUntil'), at(detail.certificateUntil)],
    [t(first === 'intermediate' ? 'wwdrFirst' : 'wwdrUntil'), at(detail.intermediateUntil)],
    [t('account'), detail.clientEmail],
    [t('issuerOf'), detail.issuerId],
    [t('project'), detail.projectId],
    [t('keyId'), detail.privateKeyId],
    [t('development'), detail.development ? t('developmentText') : undefined],
  ]
  function at(instant: string | undefined) {
    return instant && date(instant)
  }
  return facts.filter((one): one is [string, string] => Boolean(one[1]))
}
