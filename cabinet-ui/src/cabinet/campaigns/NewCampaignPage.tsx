import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconSend } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Schemas } from '@/base/api/client'
import { newIdempotencyKey } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { useAudience, useStartCampaign } from '@/base/api/queries/campaigns'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { MessagePreview } from '../composer/MessagePreview'
import { MAX_TEXT, MessageText } from '../composer/MessageText'
import { TextLink } from '../layout/links'
import { AudienceChoice } from './AudienceChoice'
import { AudienceNote } from './AudienceNote'
import classes from './Campaigns.module.css'
import { chosenFrom, requestOf, tierOf } from './chosen'
import { type HoldOut, HoldOutChoice, useHoldOut } from './HoldOutChoice'
import { texts } from './texts'

const AFTER_CHANGE = 400

export default function NewCampaignPage() {
  const t = useTexts(texts)
  const [chosen, choose] = useState(chosenFrom(useSearch({ from: '/cabinet/campaigns/new' })))
  const [settled] = useDebouncedValue(chosen, AFTER_CHANGE)
  const audience = useAudience(requestOf(settled))
  const members = audience.data?.members
  const [holdOut, setHoldOut] = useState<HoldOut>({ windowDays: 14 })
  const { advice, percent } = useHoldOut(holdOut, members)
  const [confirming, setConfirming] = useState(false)
  const { form, start, send } = useNewCampaign({
    ...requestOf(chosen),
    holdOutPercent: percent ?? 0,
    windowDays: holdOut.windowDays,
  })
  const { errors } = form.formState
  const text = useWatch({ control: form.control, name: 'text' })

  return (
    <>
      <Heading />
      <div className={classes.columns}>
        <Panel>
          <form onSubmit={form.handleSubmit(() => setConfirming(true))} noValidate>
            <Stack gap="lg">
              <div>
                <AudienceChoice value={chosen} onChange={choose} error={audience.error} />
                <AudienceNote audience={audience.data} error={audience.error} stale={audience.isPlaceholderData} />
              </div>
              <MessageText text={text} field={form.register('text')} error={errors.text?.message} />
              <HoldOutChoice
                value={holdOut}
                percent={percent}
                members={members}
                advice={advice}
                onChange={setHoldOut}
              />
              <TextInput
                label={t('nameLabel')}
                description={t('nameHint')}
                size="md"
                maxLength={100}
                placeholder={t('namePlaceholder')}
                {...form.register('name')}
                error={errors.name?.message}
              />
              <Button
                type="submit"
                size="md"
                leftSection={<IconSend size={18} aria-hidden />}
                disabled={audience.data?.withWallet === 0 || Boolean(audience.error)}
              >
                {t('send')}
              </Button>
            </Stack>
          </form>
        </Panel>
        <MessagePreview text={text} tierId={tierOf(chosen)} />
      </div>
      <Confirm
        opened={confirming}
        text={text}
        count={audience.data?.withWallet ?? 0}
        percent={percent ?? 0}
        start={start}
        onConfirm={send}
        onClose={() => setConfirming(false)}
      />
    </>
  )
}

function Heading() {
  const t = useTexts(texts)
  return (
    <PageHeader
      title={t('create')}
      hint={t('newHint')}
      above={
        <TextLink to="/campaigns" size="sm" mb={8} className={classes.back}>
          <IconArrowLeft size={16} aria-hidden />
          {t('back')}
        </TextLink>
      }
    />
  )
}

type ConfirmProps = {
  opened: boolean
  text: string
  count: number
  percent: number
  start: ReturnType<typeof useStartCampaign>
  onConfirm: () => void
  onClose: () => void
}

function Confirm({ text, count, percent, start, ...dialog }: ConfirmProps) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <ConfirmDialog
      {...dialog}
      title={t('confirmTitle')}
      confirmLabel={t('send')}
      busy={start.isPending}
      error={start.error}
      text={
        percent > 0
          ? t('confirmHoldOut', {
              count: f.number(count - Math.round((count * percent) / 100)),
              percent: f.percent(percent),
            })
          : t('confirmText', { count: f.number(count) })
      }
    >
      <Text className={classes.quote}>{text}</Text>
    </ConfirmDialog>
  )
}

/** What was written, sent once however often it is tried. */
function useNewCampaign(how: Omit<Schemas['CampaignRequest'], 'name' | 'text'>) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const start = useStartCampaign()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('nameRequired')).max(100),
        text: z.string().trim().min(1, t('textRequired')).max(MAX_TEXT),
      }),
    ),
    defaultValues: { name: '', text: '' },
  })

  function send() {
    start.mutate(
      { idempotencyKey, ...form.getValues(), ...how },
      {
        onSuccess: ({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }),
        onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()),
      },
    )
  }
  return { form, start, send }
}
