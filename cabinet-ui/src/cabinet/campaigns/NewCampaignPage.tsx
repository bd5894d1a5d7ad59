import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowLeft, IconSend } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { newIdempotencyKey } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { useAudience, useStartCampaign } from '@/base/api/queries/campaigns'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { MessagePreview } from '../composer/MessagePreview'
import { MAX_TEXT, MessageText } from '../composer/MessageText'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { AudienceNote } from './AudienceNote'
import classes from './Campaigns.module.css'
import { texts } from './texts'

export default function NewCampaignPage() {
  const t = useTexts(texts)
  const f = useFormat()
  const { tier } = useSearch({ from: '/cabinet/campaigns/new' })
  const audience = useAudience(tier)
  const [confirming, setConfirming] = useState(false)
  const { form, start, send } = useNewCampaign(tier)
  const { errors } = form.formState
  const text = useWatch({ control: form.control, name: 'text' })

  return (
    <>
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
      <div className={classes.columns}>
        <Panel>
          <form onSubmit={form.handleSubmit(() => setConfirming(true))} noValidate>
            <Stack gap="lg">
              <div>
                <Audience tier={tier} />
                <AudienceNote audience={audience.data} error={audience.error} stale={audience.isPlaceholderData} />
              </div>
              <MessageText text={text} field={form.register('text')} error={errors.text?.message} />
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
                disabled={audience.data?.withWallet === 0}
              >
                {t('send')}
              </Button>
            </Stack>
          </form>
        </Panel>
        <MessagePreview text={text} tierId={tier} />
      </div>
      <ConfirmDialog
        opened={confirming}
        title={t('confirmTitle')}
        confirmLabel={t('send')}
        busy={start.isPending}
        error={start.error}
        onConfirm={send}
        onClose={() => setConfirming(false)}
        text={t('confirmText', { count: f.number(audience.data?.withWallet ?? 0) })}
      >
        <Text className={classes.quote}>{text}</Text>
      </ConfirmDialog>
    </>
  )
}

/** What was written, sent once however often it is tried. */
function useNewCampaign(tier: string | undefined) {
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
      { idempotencyKey, ...form.getValues(), tier: tier ?? null },
      {
        onSuccess: ({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }),
        onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()),
      },
    )
  }
  return { form, start, send }
}

/** Whom to write to; it stands in the address. */
function Audience({ tier }: { tier: string | undefined }) {
  const t = useTexts(texts)
  const localText = useLocalText()
  const navigate = useNavigate()
  const { tiers = [] } = useCurrentSession()
  return (
    <Select
      label={t('tier')}
      size="md"
      value={tier ?? ''}
      onChange={(value) => void navigate({ to: '/campaigns/new', search: { tier: value || undefined }, replace: true })}
      data={[
        { value: '', label: t('allMembers') },
        ...tiers.map((option) => ({ value: option.id, label: localText(option.name) })),
      ]}
    />
  )
}
