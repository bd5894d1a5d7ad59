import { Alert, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useTestCampaign } from '@/base/api/queries/campaigns'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts as channelTexts } from '../channels/texts'
import { isConnected } from '../channels/vendors'
import { useCurrentSession } from '../layout/currentSession'
import { type Content, keptOf } from './content'
import { texts } from './previewTexts'
import { texts as campaignTexts } from './texts'

type Kind = Schemas['ChannelKind']
type Props = { content: Content; memberId: string; onClose: () => void }

/** What the member would get, sent to whoever writes it. */
export function TestToMyself({ content, memberId, onClose }: Props) {
  const t = useTexts(texts)
  const tc = useTexts(campaignTexts)
  const th = useTexts(channelTexts)
  const { email } = useCurrentSession()
  const test = useTestCampaign()
  const { kinds, subject } = content.ways
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'MAIL')
  const [phone, setPhone] = useState('')
  const mail = kind === 'MAIL'
  const refused = test.error instanceof ApiError ? test.error : undefined
  const ofField = refused?.fieldError('address')
  const said = test.data
  return (
    <Dialog onClose={onClose} title={t('testTitle')} unsaved={false}>
      <Form
        onSubmit={() => test.mutate({ memberId, campaign: keptOf(content).campaign, kind, phone: mail ? null : phone })}
        submit={th('testSend')}
        busy={test.isPending}
        disabled={mail ? !subject.trim() : !phone.trim()}
        error={ofField ? undefined : test.error}
      >
        <Select
          label={t('testBy')}
          allowDeselect={false}
          data={kinds.map((one) => ({ value: one, label: tc(`way.${one}`) }))}
          value={kind}
          onChange={(next) => {
            if (next) setKind(next as Kind)
            test.reset()
          }}
        />
        {mail ? (
          <Text size="sm">{subject.trim() ? t('testTo', { email }) : tc('subjectRequired')}</Text>
        ) : (
          <TextInput
            label={th('testPhone')}
            description={
              kind === 'WEB' ? th('testWeb') : isConnected(kind) && th('testChat', { name: tc(`way.${kind}`) })
            }
            inputMode="tel"
            maxLength={100}
            data-autofocus
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
            error={ofField}
          />
        )}
        {said && (
          <Alert color={said.result === 'Accepted' ? 'pine' : 'red'} role="status">
            {th(`result.${said.result}`)} {said.detail && th('detail', { detail: said.detail })}
          </Alert>
        )}
      </Form>
    </Dialog>
  )
}
