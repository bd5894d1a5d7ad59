import { Box, Skeleton, Stack } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAutomation, useSaveAutomation } from '@/base/api/queries/automations'
import { useAutomationResult } from '@/base/api/queries/results'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { Brought } from '../campaigns/BroughtPanel'
import { MessagePreview } from '../composer/MessagePreview'
import { withoutBraces } from '../composer/smsParts'
import { useCurrentSession } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Automations.module.css'
import { BesideChoice } from './BesideChoice'
import { LastYear } from './LastYear'
import { LimitsChoice } from './LimitsChoice'
import { braces, isComplete, kinds, type Plan, planOf, ready, sound, type Variable } from './plan'
import { SegmentChoice } from './SegmentChoice'
import { Steps } from './Steps'
import { Today } from './Today'
import { texts } from './texts'

export function NewAutomationPage() {
  const t = useTexts(texts)
  const asked = useParams({ from: '/cabinet/automations/new/$kind' }).kind
  const kind = kinds.find((one) => one === asked) ?? 'WIN_BACK'
  return <Editing key={kind} begins={ready(kind, t)} seen={undefined} />
}

export default function AutomationPage() {
  const { automationId } = useParams({ from: '/cabinet/automations/$automationId' })
  const { data, error, refetch } = useAutomation(automationId)
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return data ? <Editing key={data.id} begins={planOf(data)} seen={data} /> : <Skeleton h={320} radius="lg" />
}

const DAY = 24 * 3_600_000
/** Bonuses of an example, in minor units. */
const EXAMPLE = 12_000

type Props = { begins: Plan; seen: Schemas['Automation'] | undefined }

function Editing({ begins, seen }: Props) {
  const t = useTexts(texts)
  const [plan, setPlan] = useState(begins)
  return (
    <>
      <PageHeader
        title={t(`ready.${plan.kind}`)}
        hint={seen ? undefined : t('formHint')}
        above={
          <TextLink to="/automations" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
      />
      <div className={classes.columns}>
        <Panel>
          <PlanForm begins={begins} seen={seen} plan={plan} setPlan={setPlan} />
        </Panel>
        <Stack gap="md">
          <Today plan={plan} />
          <LastYear plan={plan} />
          <MessagePreview text={withoutBraces(useSample(plan))} tierId={undefined} />
        </Stack>
      </div>
      {seen && seen.holdOutPercent > 0 && <Result automationId={seen.id} />}
    </>
  )
}

/** What it brought, beside those it leaves out. */
function Result({ automationId }: { automationId: string }) {
  const t = useTexts(texts)
  const { data, error, refetch } = useAutomationResult(automationId)
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return (
    <Box mt="lg">
      {data ? <Brought title={t('brought')} hint={t('broughtHint')} result={data} /> : <Skeleton h={240} radius="lg" />}
    </Box>
  )
}

/** The first message as somebody would read it, with what the occasion would bring. */
function useSample({ steps: [step] }: Plan): string {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const f = useFormat(session.zone)
  const say = useLocalText()
  if (!step) return ''
  const later = (days: number) => f.date(new Date(Date.now() + days * DAY))
  const values = {
    earned: f.bonus(EXAMPLE),
    spent: f.bonus(0),
    date: later(step.days),
    days: String(step.days),
    tier: say(session.tiers?.at(-1)?.name),
    gift: f.bonus(step.gift?.amount ?? 0),
    until: later(step.gift?.days ?? 0),
  } as const
  return Object.entries(values).reduce(
    (text, [variable, value]) => text.replaceAll(braces(t, variable as Variable), value),
    step.text,
  )
}

type FormProps = Props & { plan: Plan; setPlan: (plan: Plan) => void }

function PlanForm({ begins, seen, plan, setPlan }: FormProps) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const save = useSaveAutomation(seen)
  const [asked, setAsked] = useState(false)
  useUnsaved(JSON.stringify(plan) !== JSON.stringify(begins))

  function send() {
    setAsked(true)
    if (!isComplete(plan)) return
    save.mutate(sound(plan), {
      onSuccess: () => {
        toast.success(t('saved'))
        void navigate({ to: '/automations', ignoreBlocker: true })
      },
    })
  }
  return (
    <Form onSubmit={send} submit={t('save')} busy={save.isPending} error={save.error}>
      <Steps plan={plan} onChange={(steps) => setPlan({ ...plan, steps })} asked={asked} />
      <SegmentChoice value={plan.segmentId ?? null} onChange={(segmentId) => setPlan({ ...plan, segmentId })} />
      <BesideChoice plan={plan} onChange={setPlan} asked={asked} />
      <LimitsChoice plan={plan} onChange={setPlan} asked={asked} />
    </Form>
  )
}
