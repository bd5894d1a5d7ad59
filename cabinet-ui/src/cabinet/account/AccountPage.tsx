import { Badge, Button, Group, PasswordInput, Stack, Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import {
  useChangeLetters,
  useChangePassword,
  useEndSession,
  useOwnLetters,
  useOwnSessions,
} from '@/base/api/queries/team'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { FactorPanel } from '../secondFactor/FactorPanel'
import { browserName } from './browser'
import { texts } from './texts'

const SHORTEST = 10

/** Everybody's own access to the cabinet. */
export default function AccountPage() {
  const t = useTexts(texts)
  const session = useCurrentSession()
  return (
    <>
      <PageHeader title={t('title')} hint={`${session.name} · ${session.email}`} />
      <Stack gap="md" maw={640}>
        <FactorPanel />
        <PasswordPanel />
        {useMay('OWN_LETTERS') && <LettersPanel />}
        <SessionsPanel />
      </Stack>
    </>
  )
}

function PasswordPanel() {
  const t = useTexts(texts)
  const change = useChangePassword()
  const { email } = useCurrentSession()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const refused = change.error instanceof ApiError ? change.error : undefined
  const wrong = refused?.code === 'PASSWORD_WRONG' ? refused.message : undefined
  const short = tried && password.trim().length < SHORTEST

  function submit() {
    setTried(true)
    if (!current || password.trim().length < SHORTEST) return
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          toast.success(t('changed'))
          setCurrent('')
          setPassword('')
          setTried(false)
        },
      },
    )
  }

  return (
    <Panel title={t('password')} hint={t('passwordHint')}>
      <Form onSubmit={submit} submit={t('change')} busy={change.isPending} error={wrong ? undefined : change.error}>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordInput
          label={t('current')}
          autoComplete="current-password"
          maxLength={200}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={tried && !current ? t('required') : wrong}
        />
        <PasswordInput
          label={t('wanted')}
          description={t('wantedHint')}
          autoComplete="new-password"
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={short ? t('short') : refused?.fieldError('password')}
        />
      </Form>
    </Panel>
  )
}

function LettersPanel() {
  const t = useTexts(texts)
  const letters = useOwnLetters()
  const change = useChangeLetters()
  const wanted = change.isPending ? change.variables : letters.data?.weekly
  return (
    <Panel title={t('letters')}>
      {letters.error && <ErrorNote error={letters.error} onRetry={() => void letters.refetch()} />}
      <Switch
        label={t('weekly')}
        description={t('weeklyHint')}
        checked={wanted ?? true}
        disabled={!letters.data}
        onChange={(event) =>
          change.mutate(event.currentTarget.checked, {
            onSuccess: () => toast.success(t('lettersSaved')),
            onError: toast.error,
          })
        }
      />
    </Panel>
  )
}

function SessionsPanel() {
  const t = useTexts(texts)
  const sessions = useOwnSessions()
  return (
    <Panel title={t('sessions')} hint={t('sessionsHint')}>
      {sessions.error && <ErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Stack gap="sm">
        {sessions.data?.items.map((one) => (
          <SessionRow key={one.id} one={one} />
        ))}
      </Stack>
    </Panel>
  )
}

function SessionRow({ one }: { one: Schemas['OwnSession'] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const end = useEndSession()
  const name = browserName(one.agent) || t('unknown')
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <b>{name}</b> {one.current && <Badge>{t('here')}</Badge>}
        <Text size="sm" c="dimmed">
          {one.address && `${one.address} · `}
          {t('seen', { start: f.dateTime(one.startedAt), seen: f.dateTime(one.lastSeenAt) })}
        </Text>
      </div>
      {!one.current && (
        <Button
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          aria-label={t('endNamed', { name })}
          onClick={() => end.mutate(one.id, { onSuccess: () => toast.success(t('ended')), onError: toast.error })}
        >
          {t('end')}
        </Button>
      )}
    </Group>
  )
}
