import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { Schemas } from '@/base/api/client'
import { useConsents, useWithdrawConsent } from '@/base/api/queries/members'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { texts } from './consentTexts'
import classes from './Members.module.css'

/** What the member agreed to and took back, with what shows it. */
export function ConsentsPanel({ member }: { member: Schemas['MemberDetail'] }) {
  const t = useTexts(texts)
  const consents = useConsents(member.id)
  const withdraws = useMay('CONSENTS_WITHDRAW')
  const [asking, dialog] = useDisclosure(false)
  return (
    <Panel title={t('consents')} hint={t('consentsHint')}>
      <Stack gap="md" align="stretch">
        {consents.error && <ErrorNote error={consents.error} onRetry={() => void consents.refetch()} />}
        {consents.isPending && <Skeleton h={48} />}
        {consents.data?.items.length === 0 && <Text c="dimmed">{t('consentsEmpty')}</Text>}
        {consents.data && consents.data.items.length > 0 && (
          <ul className={classes.invited} aria-label={t('consents')}>
            {consents.data.items.map((one) => (
              <Said key={`${one.purpose}${one.at}${one.granted}`} consent={one} />
            ))}
          </ul>
        )}
        {withdraws && member.consentMessages && (
          <Button variant="default" onClick={dialog.open}>
            {t('withdraw')}
          </Button>
        )}
      </Stack>
      {asking && <Withdrawal member={member} onClose={dialog.close} />}
    </Panel>
  )
}

function Said({ consent }: { consent: Schemas['Consent'] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const text = useLocalText()
  const { proof } = consent
  const where = [
    t(`source.${consent.source}`),
    proof.register,
    proof.cashier,
    proof.staff,
    proof.network && t('network', { network: proof.network }),
  ].filter(Boolean)
  return (
    <li>
      <Text fw={600}>
        {t(`purpose.${consent.purpose}`)}
        {consent.channel !== 'ALL' && `, ${t(`channel.${consent.channel}`)}`}
      </Text>
      <Text size="sm">{t(consent.granted ? 'granted' : 'withdrawn')}</Text>
      <Text size="sm" c="dimmed">
        {f.dateTime(consent.at)} · {where.join(' · ')}
      </Text>
      {proof.text && (
        <Text size="sm" c="dimmed">
          {t('words', { text: text(proof.text) })}
        </Text>
      )}
      {proof.shopText && (
        <Text size="sm" c="dimmed">
          {t(`shopText.${consent.purpose}`, { version: proof.shopText })}
        </Text>
      )}
    </li>
  )
}

function Withdrawal({ member, onClose }: { member: Schemas['MemberDetail']; onClose: () => void }) {
  const t = useTexts(texts)
  const withdraw = useWithdrawConsent(member.id)
  return (
    <ConfirmDialog
      opened
      title={t('withdrawTitle', { name: member.name })}
      text={t('withdrawText')}
      confirmLabel={t('withdrawConfirm')}
      danger
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() =>
        withdraw.mutate(undefined, {
          onSuccess: () => {
            toast.success(t('withdrawDone'))
            onClose()
          },
        })
      }
      onClose={onClose}
    />
  )
}
