import { Button, Stack, TextInput } from '@mantine/core'
import { IconCalendarClock, IconSend } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { glued, MessageText } from '../composer/MessageText'
import { AudienceChoice } from './AudienceChoice'
import { AudienceNote } from './AudienceNote'
import { CampaignFacts } from './CampaignFacts'
import { CampaignPreview } from './CampaignPreview'
import classes from './Campaigns.module.css'
import { type Content, keptOf } from './content'
import { type Draft, useDraft, useStart } from './draft'
import { texts as draftTexts } from './draftTexts'
import { EridField } from './EridField'
import { EstimateNote } from './EstimateNote'
import { GiftChoice } from './GiftChoice'
import { texts as giftTexts } from './giftTexts'
import { HoldOutChoice } from './HoldOutChoice'
import { ReadyTexts } from './ReadyTexts'
import { SavedNote } from './SavedNote'
import { texts } from './texts'
import { VariantsChoice } from './VariantsChoice'
import { WaysChoice } from './WaysChoice'
import { WhenChoice } from './WhenChoice'

type Kept = Schemas['CampaignDraft']
type Props = { first: Kept | undefined; begins: Content; onLook: (theirs: Kept) => void }

/** Whom, what, how and when, kept while it is written, with the picture beside it. */
export function CampaignEditor({ first, begins, onLook }: Props) {
  const t = useTexts(texts)
  const td = useTexts(draftTexts)
  const draft = useDraft(begins)
  const { form, content, audience, reached } = draft
  const [asked, setAsked] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const start = useStart(draft, first)
  const { autosave } = start
  useUnsaved(autosave.unsaved)
  useDraftInAddress(autosave.draftId)

  function ask() {
    setAsked(true)
    if (isWhole(content)) setConfirming(true)
  }
  const now = content.when.type === 'NOW'
  return (
    <div className={classes.columns}>
      <Panel>
        <form onSubmit={form.handleSubmit(ask, () => setAsked(true))} noValidate>
          <Stack gap="lg">
            <Fields draft={draft} asked={asked} whenError={start.whenError} />
            <EstimateNote audience={audience.data} parts={draft.parts} percent={draft.percent ?? 0} />
            <Button
              type="submit"
              size="md"
              leftSection={now ? <IconSend size={18} aria-hidden /> : <IconCalendarClock size={18} aria-hidden />}
              disabled={(now && audience.data && reached === 0) || Boolean(audience.error)}
            >
              {now ? t('send') : td('plan')}
            </Button>
            <SavedNote
              saved={autosave.saved}
              onLook={onLook}
              onOverwrite={(theirs) => void autosave.overwrite(theirs)}
            />
          </Stack>
        </form>
      </Panel>
      <CampaignPreview draft={draft} />
      {confirming && (
        <Confirm
          draft={draft}
          busy={start.busy}
          error={start.error}
          onConfirm={() => void start.send(() => setConfirming(false))}
          onClose={() => setConfirming(false)}
        />
      )}
    </div>
  )
}

/** What the service would refuse at once, is asked for first. */
function isWhole({ ways, gift, variants, when, erid }: Content): boolean {
  return (
    !(ways.kinds.includes('MAIL') && ways.subject.trim() === '') &&
    !(gift && gift.amount <= 0) &&
    variants.every((one) => one.text.trim() !== '' && (one.by || one.lang)) &&
    (when.type !== 'ONCE' || Boolean(when.date)) &&
    /^[A-Za-z0-9_-]*$/.test(erid.trim())
  )
}

/** So that the page is found again when it is loaded anew. */
function useDraftInAddress(draftId: string | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    if (draftId) void navigate({ to: '/campaigns/new', search: { draft: draftId }, replace: true, ignoreBlocker: true })
  }, [draftId, navigate])
}

type FieldsProps = { draft: Draft; asked: boolean; whenError: string | undefined }

function Fields({ draft, asked, whenError }: FieldsProps) {
  const t = useTexts(texts)
  const { form, content, set, audience, percent } = draft
  const { errors } = form.formState
  const { ways, when } = content
  return (
    <>
      <div>
        <AudienceChoice value={content.chosen} onChange={(chosen) => set({ chosen })} error={audience.error} />
        <AudienceNote
          audience={audience.data}
          error={audience.error}
          stale={audience.isPlaceholderData}
          percent={percent ?? 0}
        />
      </div>
      <Words draft={draft} asked={asked} />
      <GiftChoice value={content.gift} onChange={(gift) => set({ gift })} reached={draft.reached} asked={asked} />
      <WaysChoice
        value={ways}
        onChange={(changed) => set({ ways: changed })}
        beside={audience.data?.beside}
        parts={draft.parts}
        subjectError={asked && ways.kinds.includes('MAIL') && !ways.subject.trim() ? t('subjectRequired') : undefined}
      />
      <WhenChoice
        value={when}
        onChange={(changed) => set({ when: changed })}
        error={whenError ?? (asked && when.type === 'ONCE' && !when.date ? t('dateRequired') : undefined)}
      />
      <HoldOutChoice
        value={content.holdOut}
        percent={percent}
        members={audience.data?.members}
        advice={draft.advice}
        onChange={(holdOut) => set({ holdOut })}
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

/** What is said: to most, to some, and behind all of it. */
function Words({ draft, asked }: Pick<FieldsProps, 'draft' | 'asked'>) {
  const g = useTexts(giftTexts)
  const { form, content, set, tail } = draft
  return (
    <div>
      <MessageText
        text={content.text}
        field={form.register('text')}
        error={form.formState.errors.text?.message}
        tail={tail}
        sms={content.ways.kinds.includes('SMS')}
        more={
          content.gift
            ? [
                [g('insertGift'), g('wordsGift')],
                [g('insertUntil'), g('wordsUntil')],
              ]
            : []
        }
        onInsert={(words) => form.setValue('text', glued(content.text, words), { shouldDirty: true })}
      />
      {content.text === '' && (
        <ReadyTexts
          onChoose={({ text, gift }) => {
            form.setValue('text', text, { shouldDirty: true })
            if (gift) set({ gift })
          }}
        />
      )}
      <VariantsChoice value={content.variants} onChange={(variants) => set({ variants })} tail={tail} asked={asked} />
      <EridField value={content.erid} onChange={(erid) => set({ erid })} />
    </div>
  )
}

type ConfirmProps = { draft: Draft; busy: boolean; error: unknown; onConfirm: () => void; onClose: () => void }

function Confirm({ draft, ...dialog }: ConfirmProps) {
  const t = useTexts(texts)
  const td = useTexts(draftTexts)
  const { content, reached, tail } = draft
  const percent = draft.percent ?? 0
  const now = content.when.type === 'NOW'
  return (
    <ConfirmDialog
      {...dialog}
      title={now ? t('confirmTitle') : td('planTitle')}
      confirmLabel={now ? t('send') : td('plan')}
      text={now ? t('confirmText') : td('planText')}
    >
      <CampaignFacts
        content={content}
        campaign={keptOf(content, percent).campaign}
        reached={reached}
        percent={percent}
        tail={tail}
      />
    </ConfirmDialog>
  )
}
