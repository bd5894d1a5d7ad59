import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceMobile, IconFingerprint, IconLifebuoy, IconShieldCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { passkeysHere } from '@/base/api/passkey'
import { useBeginTotp, useOwnSecondFactor, useRemoveTotp, useRenewRecoveryCodes } from '@/base/api/queries/secondFactor'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { useTexts } from '@/base/i18n/texts'
import { AddPasskeyDialog } from './AddPasskeyDialog'
import { CodesDialog } from './CodesDialog'
import { PasskeyRow } from './PasskeyRow'
import { PasswordDialog } from './PasswordDialog'
import { TotpDialog } from './TotpDialog'
import { texts } from './texts'

type Own = Schemas['OwnSecondFactor']

/**
 * What is asked for besides the password.
 *
 * `onSettled`: something was turned on, and the recovery codes, if there were any, have been seen.
 */
export function FactorPanel({ onSettled }: { onSettled?: () => void }) {
  const t = useTexts(texts)
  const own = useOwnSecondFactor()
  const [codes, setCodes] = useState<readonly string[]>([])

  function added(made: readonly string[]) {
    if (made.length > 0) setCodes(made)
    else onSettled?.()
  }

  return (
    <Panel title={t('title')} hint={t('hint')}>
      {own.error && <ErrorNote error={own.error} onRetry={() => void own.refetch()} />}
      {own.data && (
        <Stack gap="lg">
          <App own={own.data} onAdded={added} />
          <Passkeys own={own.data} onAdded={added} />
          {(own.data.totp || own.data.passkeys.length > 0) && (
            <Recovery left={own.data.recoveryCodesLeft} onMade={setCodes} />
          )}
        </Stack>
      )}
      {codes.length > 0 && (
        <CodesDialog
          codes={codes}
          onClose={() => {
            setCodes([])
            onSettled?.()
          }}
        />
      )}
    </Panel>
  )
}

/** What is to be said of one of them, and its buttons. */
function Part({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode
  title: ReactNode
  text: string
  children: ReactNode
}) {
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {icon}
        <b>{title}</b>
      </Group>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
      {children}
    </Stack>
  )
}

/** Nothing may be taken away any more while the owner demands one. */
const isLast = (own: Own) => own.required && (own.totp ? 1 : 0) + own.passkeys.length <= 1

function App({ own, onAdded }: { own: Own; onAdded: (codes: readonly string[]) => void }) {
  const t = useTexts(texts)
  const begin = useBeginTotp()
  const remove = useRemoveTotp()
  const [asking, setAsking] = useState(false)
  const [begun, setBegun] = useState<Schemas['TotpSecret']>()
  const [removing, setRemoving] = useState(false)
  return (
    <Part
      icon={<IconDeviceMobile size={20} aria-hidden />}
      title={
        <>
          {t('app')} {own.totp && <Badge>{t('on')}</Badge>}
        </>
      }
      text={t('appText')}
    >
      <Group>
        {!own.totp && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('appOn')}
          </Button>
        )}
        {own.totp && !isLast(own) && (
          <Button variant="default" onClick={() => setRemoving(true)}>
            {t('appOff')}
          </Button>
        )}
      </Group>
      {own.totp && isLast(own) && <Last />}
      {asking && (
        <PasswordDialog
          title={t('appOn')}
          text={t('appOnText')}
          submit={t('appOnNext')}
          change={begin}
          onDone={(secret) => {
            setAsking(false)
            setBegun(secret)
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {begun && (
        <TotpDialog
          begun={begun}
          onClose={() => setBegun(undefined)}
          onOn={(codes) => {
            setBegun(undefined)
            toast.success(t('appIsOn'))
            onAdded(codes)
          }}
        />
      )}
      {removing && (
        <PasswordDialog
          title={t('appOffTitle')}
          text={t('appOffText')}
          submit={t('appOff')}
          change={remove}
          onDone={() => {
            setRemoving(false)
            toast.success(t('appIsOff'))
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </Part>
  )
}

function Last() {
  const t = useTexts(texts)
  return (
    <Text size="sm" c="dimmed">
      {t('last')}
    </Text>
  )
}

function Passkeys({ own, onAdded }: { own: Own; onAdded: (codes: readonly string[]) => void }) {
  const t = useTexts(texts)
  const [adding, setAdding] = useState(false)
  const here = passkeysHere(own.passkeyOrigin)
  return (
    <Part icon={<IconFingerprint size={20} aria-hidden />} title={t('passkeys')} text={t('passkeysText')}>
      {own.passkeys.map((one) => (
        <PasskeyRow key={one.id} one={one} last={isLast(own)} />
      ))}
      {own.passkeys.length > 0 && isLast(own) && <Last />}
      {here ? (
        <Group>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('addPasskey')}
          </Button>
        </Group>
      ) : (
        <Alert color="gray" icon={<IconShieldCheck aria-hidden />}>
          <Text size="sm" c="var(--k-text)">
            {own.passkeyOrigin && own.passkeyOrigin !== window.location.origin
              ? t('passkeysElsewhere', { origin: own.passkeyOrigin })
              : t(own.passkeyOrigin ? 'passkeysUnknown' : 'passkeysNowhere')}
          </Text>
        </Alert>
      )}
      {adding && (
        <AddPasskeyDialog
          onClose={() => setAdding(false)}
          onAdded={(codes) => {
            setAdding(false)
            toast.success(t('passkeyAdded'))
            onAdded(codes)
          }}
        />
      )}
    </Part>
  )
}

function Recovery({ left, onMade }: { left: number; onMade: (codes: readonly string[]) => void }) {
  const t = useTexts(texts)
  const renew = useRenewRecoveryCodes()
  const [asking, setAsking] = useState(false)
  return (
    <Part icon={<IconLifebuoy size={20} aria-hidden />} title={t('recovery')} text={t('recoveryLeft', { count: left })}>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('renew')}
        </Button>
      </Group>
      {asking && (
        <PasswordDialog
          title={t('renewTitle')}
          text={t('renewText')}
          submit={t('renew')}
          change={renew}
          onDone={(made) => {
            setAsking(false)
            onMade(made.recoveryCodes)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Part>
  )
}
