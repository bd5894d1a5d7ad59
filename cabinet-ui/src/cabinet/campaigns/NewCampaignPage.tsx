import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
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
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { AudienceNote } from './AudienceNote'
import classes from './Campaigns.module.css'
import { PhonePreview } from './PhonePreview'
import { texts } from './texts'

const MAX_TEXT = 500
/** What a lock screen shows of a notice before it is opened; phones differ a little. */
const LOCK_SCREEN = 150

export default function NewCampaignPage() {
  const t = useTexts(texts)
  const f = useFormat()
  const localText = useLocalText()
  const navigate = useNavigate()
  const { tiers = [] } = useCurrentSession()
  const { tier } = useSearch({ from: '/cabinet/campaigns/new' })
  const audience = useAudience(tier)
  const start = useStartCampaign()
  const [confirming, setConfirming] = useState(false)
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
  const { errors } = form.formState
  const text = useWatch({ control: form.control, name: 'text' })

  function send() {
    start.mutate(
      { idempotencyKey, ...form.getValues(), tier: tier ?? null },
      {
        onSuccess: ({ id }) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } }),
        onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()),
      },
    )
  }

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
                <Select
                  label={t('tier')}
                  size="md"
                  value={tier ?? ''}
                  onChange={(value) =>
                    void navigate({ to: '/campaigns/new', search: { tier: value || undefined }, replace: true })
                  }
                  data={[
                    { value: '', label: t('allMembers') },
                    ...tiers.map((option) => ({ value: option.id, label: localText(option.name) })),
                  ]}
                />
                <AudienceNote audience={audience.data} error={audience.error} stale={audience.isPlaceholderData} />
              </div>
              <Textarea
                label={t('text')}
                size="md"
                autosize
                minRows={3}
                maxLength={MAX_TEXT}
                placeholder={t('textPlaceholder')}
                {...form.register('text')}
                error={errors.text?.message}
                description={
                  <Group justify="space-between" component="span" gap="sm">
                    <span>{text.length > LOCK_SCREEN ? t('long', { count: LOCK_SCREEN }) : ''}</span>
                    <span>{t('counter', { count: text.length, max: MAX_TEXT })}</span>
                  </Group>
                }
                inputWrapperOrder={['label', 'input', 'description', 'error']}
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
                disabled={audience.data?.withWallet === 0}
              >
                {t('send')}
              </Button>
            </Stack>
          </form>
        </Panel>
        <PhonePreview text={text} tierId={tier} />
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
