import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { IconCertificate, IconFileCertificate, IconPlus, IconUpload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useIdentities } from '@/base/api/queries/identities'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { AddAppleDialog } from './AddAppleDialog'
import { AddGoogleDialog } from './AddGoogleDialog'
import { AddNfcDialog } from './AddNfcDialog'
import classes from './Identities.module.css'
import { IdentityCard } from './IdentityCard'
import { type Identity, inOrder } from './identity'
import { RequestDialog } from './RequestDialog'
import { texts } from './texts'

/** What signs the cards and talks to the wallets; private keys come in and are never shown again. */
export default function IdentitiesPage() {
  const t = useTexts(texts)
  const identities = useIdentities()
  const [dialog, setDialog] = useState<'apple' | 'request' | 'google' | 'nfc'>()
  const close = () => setDialog(undefined)
  const of = (...kinds: Identity['kind'][]) =>
    identities.data && inOrder(identities.data.items.filter((one) => kinds.includes(one.kind)))
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {identities.error && !identities.data ? (
        <ErrorNote error={identities.error} onRetry={() => void identities.refetch()} />
      ) : (
        <Stack gap="md">
          <Kind
            title={t('apple')}
            hint={t('appleHint')}
            identities={of('APPLE_PASS', 'APPLE_REQUEST')}
            empty={t('appleEmpty')}
            actions={
              <>
                <Button
                  variant="light"
                  leftSection={<IconFileCertificate size={18} aria-hidden />}
                  onClick={() => setDialog('request')}
                >
                  {t('newRequest')}
                </Button>
                <Button leftSection={<IconUpload size={18} aria-hidden />} onClick={() => setDialog('apple')}>
                  {t('addApple')}
                </Button>
              </>
            }
          />
          <Kind
            title={t('google')}
            hint={t('googleHint')}
            identities={of('GOOGLE_ACCOUNT')}
            empty={t('googleEmpty')}
            actions={
              <Button leftSection={<IconCertificate size={18} aria-hidden />} onClick={() => setDialog('google')}>
                {t('addGoogle')}
              </Button>
            }
          />
          <Kind
            title={t('nfc')}
            hint={t('nfcHint')}
            identities={of('NFC_KEY')}
            empty={t('nfcEmpty')}
            actions={
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog('nfc')}>
                {t('addNfc')}
              </Button>
            }
          />
        </Stack>
      )}
      {dialog === 'apple' && <AddAppleDialog onClose={close} />}
      {dialog === 'request' && <RequestDialog onClose={close} />}
      {dialog === 'google' && <AddGoogleDialog onClose={close} />}
      {dialog === 'nfc' && <AddNfcDialog onClose={close} />}
    </>
  )
}

type KindProps = {
  title: string
  hint: string
  identities: Identity[] | undefined
  empty: string
  actions: ReactNode
}

function Kind({ title, hint, identities, empty, actions }: KindProps) {
  const used = identities?.find((one) => one.state === 'ACTIVE')
  return (
    <Panel title={title} hint={hint} actions={<div className={classes.actions}>{actions}</div>}>
      {!identities && <Skeleton h={120} radius="lg" />}
      {identities && !used && (
        <Text c="dimmed" mb={identities.length > 0 ? 'md' : 0}>
          {empty}
        </Text>
      )}
      {identities && identities.length > 0 && (
        <ul className={classes.cards} aria-label={title}>
          {identities.map((one) => (
            <IdentityCard key={one.id} identity={one} replaces={one === used ? undefined : used} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
