import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { useDesign } from '@/base/api/queries/design'
import { type Reissue, useReissueCard } from '@/base/api/queries/members'
import { CopyField } from '@/base/components/CopyField'
import { QrCode } from '@/base/components/QrCode'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

type Props = { member: Schemas['MemberDetail']; onClose: () => void }

/** Why the card is re-issued, and then what came of it: with a lost phone, the new card's link. */
export function ReissueDialog({ member, onClose }: Props) {
  const t = useTexts(texts)
  const reissue = useReissueCard(member.id)
  return (
    <Dialog onClose={onClose} title={t(reissue.data ? 'reissued' : 'reissue')}>
      {reissue.data ? (
        <Result done={reissue.data} onClose={onClose} />
      ) : (
        <Question member={member} reissue={reissue} onClose={onClose} />
      )}
    </Dialog>
  )
}

type QuestionProps = Props & { reissue: ReturnType<typeof useReissueCard> }

function Question({ member, reissue, onClose }: QuestionProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const [reason, setReason] = useState<Reissue['reason']>('CODE_LEAKED')
  const [send, setSend] = useState(false)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const lost = reason === 'PHONE_LOST'
  // Only a time that counts from the card's issue can begin anew.
  const validity = useDesign().data?.document.validity
  const renewable = Boolean(validity?.days ?? validity?.months)

  function submit() {
    reissue.mutate(
      { reason, send: lost && send, idempotencyKey },
      { onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()) },
    )
  }
  return (
    <Form
      onSubmit={submit}
      submit={t(`reissue.${reason}`)}
      busy={reissue.isPending}
      error={reissue.error}
      danger={lost}
      beside={
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <Radio.Group
        label={t('reissueWhy')}
        value={reason}
        onChange={(next) => {
          setReason(next as Reissue['reason'])
          // Another wish is not a repetition of the one before.
          setKey(newIdempotencyKey())
        }}
      >
        <Stack gap="sm" mt="xs">
          <Radio
            value="CODE_LEAKED"
            label={t('why.CODE_LEAKED')}
            description={t('whyText.CODE_LEAKED')}
            data-autofocus
          />
          <Radio value="PHONE_LOST" label={t('why.PHONE_LOST')} description={t('whyText.PHONE_LOST')} />
          {renewable && <Radio value="RENEWAL" label={t('why.RENEWAL')} description={t('whyText.RENEWAL')} />}
        </Stack>
      </Radio.Group>
      {lost && (
        <Checkbox
          label={t('sendLink', { phone: f.phone(member.phone) })}
          description={t('sendLinkHint')}
          checked={send}
          onChange={(event) => {
            setSend(event.currentTarget.checked)
            setKey(newIdempotencyKey())
          }}
        />
      )}
    </Form>
  )
}

function Result({ done, onClose }: { done: Schemas['ReissuedCard']; onClose: () => void }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <Stack>
      <Alert role="status" color="green" variant="light" icon={<IconCircleCheck aria-hidden />}>
        <Text c="var(--k-text)">{t(`done.${done.reason}`)}</Text>
      </Alert>
      {done.validUntil && <Text>{t('validUntil', { date: f.dateLong(done.validUntil) })}</Text>}
      {done.sent === true && <Text>{t('linkSent')}</Text>}
      {done.sent === false && (
        <Alert role="alert" color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          <Text c="var(--k-text)">{t('linkNotSent')}</Text>
        </Alert>
      )}
      {done.cardUrl && (
        <>
          <CopyField label={t('newLink')} value={done.cardUrl} compact />
          <div style={{ display: 'grid', placeItems: 'center' }}>
            <QrCode value={done.cardUrl} label={t('newLinkQr')} size={210} />
          </div>
          <Text fz="sm" c="dimmed" ta="center">
            {t('newLinkHint')}
          </Text>
        </>
      )}
      <Group justify="flex-end">
        {/* The form that had the focus is gone. */}
        <Button onClick={onClose} autoFocus>
          {t('done')}
        </Button>
      </Group>
    </Stack>
  )
}
