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
import { ApiError, isRetryable } from '@/base/api/problem'
import { useAudience, useStartCampaign } from '@/base/api/queries/campaigns'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { MessagePreview } from '../composer/MessagePreview'
import { MAX_TEXT, MessageText } from '../composer/MessageText'
import { smsParts, withoutBraces } from '../composer/smsParts'
import { TextLink } from '../layout/links'
import { AudienceChoice } from './AudienceChoice'
import { AudienceNote } from './AudienceNote'
import classes from './Campaigns.module.css'
import { chosenFrom, requestOf, tierOf } from './chosen'
import { type HoldOut, HoldOutChoice, useHoldOut } from './HoldOutChoice'
import { texts } from './texts'
import { type Ways, WaysChoice } from './WaysChoice'

const AFTER_CHANGE = 400

export default function NewCampaignPage() {
  const t = useTexts(texts)
  const [chosen, choose] = useState(chosenFrom(useSearch({ from: '/cabinet/campaigns/new' })))
  const [settled] = useDebouncedValue(chosen, AFTER_CHANGE)
  const [ways, setWays] = useState<Ways>({ kinds: [], subject: '', budget: undefined })
  const [wantsSubject, setWantsSubject] = useState(false)
  const [holdOut, setHoldOut] = useState<HoldOut>({ windowDays: 14 })
  const [confirming, setConfirming] = useState(false)
  const form = useCampaignForm()
  const { errors } = form.formState
  const text = useWatch({ control: form.control, name: 'text' })
  const parts = smsParts(withoutBraces(text))
  const audience = useAudience({ ...requestOf(settled), ways: ways.kinds, parts })
  const members = audience.data?.members
  const { advice, percent } = useHoldOut(holdOut, members)
  const { start, send } = useStart(form, () => setConfirming(false), {
    ...requestOf(chosen),
    ...said(ways),
    holdOutPercent: percent ?? 0,
    windowDays: holdOut.windowDays,
  })
  const reached = (audience.data?.withWallet ?? 0) + sum(audience.data?.beside)
  const subjectMissing = ways.kinds.includes('MAIL') && ways.subject.trim() === ''

  function ask() {
    setWantsSubject(subjectMissing)
    if (!subjectMissing) setConfirming(true)
  }

  return (
    <>
      <Heading />
      <div className={classes.columns}>
        <Panel>
          <form onSubmit={form.handleSubmit(ask)} noValidate>
            <Stack gap="lg">
              <div>
                <AudienceChoice value={chosen} onChange={choose} error={audience.error} />
                <AudienceNote audience={audience.data} error={audience.error} stale={audience.isPlaceholderData} />
              </div>
              <MessageText
                text={text}
                field={form.register('text')}
                error={errors.text?.message}
                onInsert={(words) => form.setValue('text', `${text}${words}`, { shouldDirty: true })}
              />
              <WaysChoice
                value={ways}
                onChange={setWays}
                beside={audience.data?.beside}
                parts={parts}
                subjectError={wantsSubject && subjectMissing ? t('subjectRequired') : undefined}
              />
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
                disabled={(audience.data && reached === 0) || Boolean(audience.error)}
              >
                {t('send')}
              </Button>
            </Stack>
          </form>
        </Panel>
        <MessagePreview text={withoutBraces(text)} tierId={tierOf(chosen)} />
      </div>
      <Confirm
        opened={confirming}
        text={text}
        count={reached}
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

function sum(beside: Schemas['Audience']['beside']): number {
  return (beside ?? []).reduce((all, { members }) => all + members, 0)
}

/** As the service is told. */
function said({ kinds, subject, budget }: Ways) {
  return { ways: kinds, subject: kinds.includes('MAIL') ? subject : '', budget: budget ?? null }
}

function useCampaignForm() {
  const t = useTexts(texts)
  const form = useForm({
    resolver: zodResolver(
      z.object({
        name: z.string().trim().min(1, t('nameRequired')).max(100),
        text: z.string().trim().min(1, t('textRequired')).max(MAX_TEXT),
      }),
    ),
    defaultValues: { name: '', text: '' },
  })

  useUnsaved(form.formState.isDirty)
  return form
}

/** What was written, sent once however often it is tried. */
function useStart(
  form: ReturnType<typeof useCampaignForm>,
  back: () => void,
  how: Omit<Schemas['CampaignRequest'], 'name' | 'text'>,
) {
  const navigate = useNavigate()
  const start = useStartCampaign()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)

  function send() {
    start.mutate(
      { idempotencyKey, ...form.getValues(), ...how },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id }, ignoreBlocker: true }),
        onError: (error) => {
          if (!isRetryable(error)) setKey(newIdempotencyKey())
          const wrong = error instanceof ApiError ? error.fieldError('text') : undefined
          if (!wrong) return
          form.setError('text', { message: wrong })
          start.reset()
          back()
        },
      },
    )
  }
  return { start, send }
}
