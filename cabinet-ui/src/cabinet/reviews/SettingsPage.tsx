import { Skeleton, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useReviewSettings, useSaveReviewSettings } from '@/base/api/queries/reviews'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { AdWarning } from '../composer/AdWarning'
import { TextLink } from '../layout/links'
import type { Part, Plan, Wish } from './plan'
import classes from './Reviews.module.css'
import { Reward, Ways } from './Reward'
import { texts } from './settingsTexts'
import { Whole } from './Whole'

/** When customers are asked, in which words, and what follows. */
export default function SettingsPage() {
  const t = useTexts(texts)
  const { data, error, refetch } = useReviewSettings()
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        above={
          <TextLink to="/reviews" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
      />
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data ? <Editing key={data.revision} seen={data} /> : !error && <Skeleton h={420} radius="lg" />}
    </>
  )
}

function Editing({ seen }: { seen: Schemas['ReviewSettings'] }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const save = useSaveReviewSettings(seen)
  const begins: Wish = { active: seen.active, plan: seen.plan, tell: seen.plan.tell.join(', ') }
  const [wish, setWish] = useState(begins)
  const [asked, setAsked] = useState(false)
  useUnsaved(JSON.stringify(wish) !== JSON.stringify(begins))
  const change = (part: Partial<Plan>) => setWish((now) => ({ ...now, plan: { ...now.plan, ...part } }))

  function send() {
    setAsked(true)
    if (!isComplete(wish)) return
    const { reward, ...plan } = wish.plan
    const tell = addresses(wish.tell)
    save.mutate(
      { ...plan, active: wish.active, tell, reward: reward.amount > 0 ? reward : null },
      {
        onSuccess: () => {
          toast.success(t('saved'))
          void navigate({ to: '/reviews', ignoreBlocker: true })
        },
      },
    )
  }
  const part = { wish, change, asked }
  return (
    <Panel maw={820}>
      <Form onSubmit={send} submit={t('save')} busy={save.isPending} error={save.error}>
        <Switch
          size="md"
          label={t('active')}
          checked={wish.active}
          onChange={(event) => setWish({ ...wish, active: event.currentTarget.checked })}
        />
        <When {...part} />
        <Words {...part} />
        <Reward {...part} />
        <Ways {...part} />
        <Bad {...part} tell={(to) => setWish({ ...wish, tell: to })} />
      </Form>
    </Panel>
  )
}

function addresses(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter(Boolean)
}

function isComplete({ plan }: Wish): boolean {
  const words = plan.question.ru.trim() && plan.question.en.trim()
  const letter = !plan.ways.includes('MAIL') || plan.subject.trim()
  return Boolean(words && letter) && plan.reward.amount >= 0
}

function When({ wish: { plan }, change }: Part) {
  const t = useTexts(texts)
  return (
    <Stack gap="sm">
      <div className={classes.sentence}>
        <span>{t('askIn')}</span>
        <Whole label={t('hoursLabel')} value={plan.hours} min={0} max={336} onChange={(hours) => change({ hours })} />
        <span>{t('hoursAfter', { count: plan.hours })}</span>
      </div>
      <div className={classes.sentence}>
        <span>{t('from')}</span>
        <AmountInput
          aria-label={t('leastLabel')}
          w={130}
          value={plan.least}
          onChange={(least) => change({ least: least ?? 0 })}
        />
        <span>{t('fromTail')}</span>
      </div>
      <div className={classes.sentence}>
        <span>{t('often')}</span>
        <Whole
          label={t('oftenLabel')}
          value={plan.everyDays}
          min={0}
          max={365}
          onChange={(everyDays) => change({ everyDays })}
        />
        <span>{t('oftenTail', { count: plan.everyDays })}</span>
      </div>
      <Text size="sm" c="dimmed">
        {t('whenHint')}
      </Text>
    </Stack>
  )
}

function Words({ wish: { plan }, change, asked }: Part) {
  const t = useTexts(texts)
  const put = (lang: 'ru' | 'en', text: string) => change({ question: { ...plan.question, [lang]: text } })
  return (
    <Stack gap="sm">
      {(['ru', 'en'] as const).map((lang) => (
        <div key={lang}>
          <Textarea
            label={t(`question.${lang}`)}
            autosize
            minRows={2}
            maxLength={300}
            value={plan.question[lang]}
            onChange={(event) => put(lang, event.currentTarget.value)}
            error={asked && !plan.question[lang].trim() && t('questionMissing')}
          />
          {plan.reward.amount === 0 && <AdWarning text={plan.question[lang]} />}
        </div>
      ))}
      <Text size="sm" c="dimmed">
        {t('questionHint')}
      </Text>
    </Stack>
  )
}

function Bad({ wish, change, tell }: Part & { tell: (to: string) => void }) {
  const t = useTexts(texts)
  const { plan } = wish
  return (
    <Stack gap="sm">
      <div className={classes.sentence}>
        <span>{t('bad')}</span>
        <Whole label={t('badLabel')} value={plan.badTo} min={0} max={8} onChange={(badTo) => change({ badTo })} />
        <span>{t('badTail')}</span>
      </div>
      <TextInput
        label={t('tell')}
        description={t('tellHint')}
        value={wish.tell}
        onChange={(event) => tell(event.currentTarget.value)}
      />
      <div className={classes.sentence}>
        <span>{t('answer')}</span>
        <Whole
          label={t('answerLabel')}
          value={plan.answerDays}
          min={1}
          max={30}
          onChange={(answerDays) => change({ answerDays })}
        />
        <span>{t('answerTail', { count: plan.answerDays })}</span>
      </div>
    </Stack>
  )
}
