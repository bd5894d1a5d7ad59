import { Button, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowLeft, IconSend } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { useStartCampaign } from '@/base/api/queries/campaigns'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { MessagePreview } from '../composer/MessagePreview'
import { MessageText } from '../composer/MessageText'
import { withoutBraces } from '../composer/smsParts'
import { TextLink } from '../layout/links'
import { AudienceChoice } from './AudienceChoice'
import { AudienceNote } from './AudienceNote'
import classes from './Campaigns.module.css'
import { chosenFrom, tierOf } from './chosen'
import { type Draft, useDraft, useStart } from './draft'
import { HoldOutChoice } from './HoldOutChoice'
import { texts } from './texts'
import { WaysChoice } from './WaysChoice'

export default function NewCampaignPage() {
  const t = useTexts(texts)
  const draft = useDraft(chosenFrom(useSearch({ from: '/cabinet/campaigns/new' })))
  const { form, text, audience, reached, ways } = draft
  const [wantsSubject, setWantsSubject] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const { start, send } = useStart(draft, () => setConfirming(false))
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
              <Fields draft={draft} subjectError={wantsSubject && subjectMissing ? t('subjectRequired') : undefined} />
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
        <MessagePreview text={withoutBraces(text)} tierId={tierOf(draft.chosen)} />
      </div>
      <Confirm
        opened={confirming}
        text={text}
        count={reached}
        percent={draft.percent ?? 0}
        start={start}
        onConfirm={send}
        onClose={() => setConfirming(false)}
      />
    </>
  )
}

/** Whom, what, by which ways, and how many are held out. */
function Fields({ draft, subjectError }: { draft: Draft; subjectError: string | undefined }) {
  const t = useTexts(texts)
  const { form, text, audience, percent, advice } = draft
  const { errors } = form.formState
  return (
    <>
      <div>
        <AudienceChoice value={draft.chosen} onChange={draft.choose} error={audience.error} />
        <AudienceNote audience={audience.data} error={audience.error} stale={audience.isPlaceholderData} />
      </div>
      <MessageText
        text={text}
        field={form.register('text')}
        error={errors.text?.message}
        onInsert={(words) => form.setValue('text', `${text}${words}`, { shouldDirty: true })}
      />
      <WaysChoice
        value={draft.ways}
        onChange={draft.setWays}
        beside={audience.data?.beside}
        parts={draft.parts}
        subjectError={subjectError}
      />
      <HoldOutChoice
        value={draft.holdOut}
        percent={percent}
        members={audience.data?.members}
        advice={advice}
        onChange={draft.setHoldOut}
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
