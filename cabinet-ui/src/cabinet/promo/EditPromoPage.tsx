import { Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type PromoSet, usePromoSet, useSavePromoSet } from '@/base/api/queries/promo'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { TextLink } from '../layout/links'
import classes from './Promo.module.css'
import { Codes, Names, Often, When, Whom } from './PromoForm'
import { listed, NEW_PLAN, planOf, requestOf } from './plan'
import { texts } from './texts'

export function NewPromoPage() {
  return <Editing seen={undefined} />
}

export default function EditPromoPage() {
  const { setId } = useParams({ from: '/cabinet/promo-codes/$setId/edit' })
  const { data, error, refetch } = usePromoSet(setId)
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return data ? <Editing key={data.id} seen={data} /> : <Skeleton h={320} radius="lg" />
}

function Editing({ seen }: { seen: PromoSet | undefined }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [begins] = useState(seen ? planOf(seen) : NEW_PLAN)
  const [plan, setPlan] = useState(begins)
  const [asked, setAsked] = useState(false)
  const save = useSavePromoSet(seen)
  useUnsaved(JSON.stringify(plan) !== JSON.stringify(begins))
  const issues = seen === undefined
  const complete =
    plan.ru.trim() !== '' &&
    (!issues || (plan.own ? listed(plan.listed).length > 0 : Boolean(plan.count))) &&
    !(plan.firstDay && plan.lastDay && plan.lastDay < plan.firstDay)

  function send() {
    setAsked(true)
    if (!complete) return
    save.mutate(requestOf(plan, issues), {
      onSuccess: ({ id }) => {
        if (!issues) toast.success(t('saved'))
        void navigate({ to: '/promo-codes/$setId', params: { setId: id }, ignoreBlocker: true })
      },
    })
  }
  const part = { plan, onChange: setPlan, asked }
  return (
    <>
      <PageHeader
        title={t(issues ? 'newTitle' : 'editTitle')}
        above={
          <TextLink to="/promo-codes" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
      />
      <Panel>
        <div className={classes.form}>
          <Form onSubmit={send} submit={t(issues ? 'issue' : 'save')} busy={save.isPending} error={save.error}>
            <Names {...part} />
            {issues && <Codes {...part} />}
            <Often {...part} fixed={!issues} />
            <Whom {...part} />
            <When {...part} />
          </Form>
        </div>
      </Panel>
    </>
  )
}
