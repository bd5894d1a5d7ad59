import { Button, Group, Skeleton, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconSend, IconTrash, IconUsers } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { afterwards } from '@/base/api/afterwards'
import type { Schemas } from '@/base/api/client'
import { useDeleteSegment, useSaveSegment, useSegment, useSegmentCount } from '@/base/api/queries/segments'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { ALWAYS, type Condition } from '../condition/condition'
import { useCurrentSession } from '../layout/currentSession'
import { ButtonLink, TextLink } from '../layout/links'
import { LiveCount } from './Count'
import { isConditionError, MembersWhen } from './MembersWhen'
import { Sample } from './Sample'
import classes from './Segments.module.css'
import { texts } from './texts'
import { WhyNot } from './WhyNot'

type Segment = Schemas['Segment']
const AFTER_CHANGE = 400

export function NewSegmentPage() {
  return <Editing segment={undefined} />
}

export default function SegmentPage() {
  const { segmentId } = useParams({ from: '/cabinet/segments/$segmentId' })
  const { data, error, refetch } = useSegment(segmentId)
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />
  // Anew for what was saved: its revision is what the next change names.
  return data ? <Editing key={`${data.id}-${data.revision}`} segment={data} /> : <Skeleton h={320} radius="lg" />
}

function Editing({ segment }: { segment: Segment | undefined }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const [condition, setCondition] = useState<Condition>(segment?.condition ?? ALWAYS)
  const [settled] = useDebouncedValue(condition, AFTER_CHANGE)
  const { error } = useSegmentCount({ condition: settled as never })
  return (
    <>
      <PageHeader
        title={segment?.name ?? t('create')}
        hint={segment ? t('changedBy', { date: f.dateTime(segment.updatedAt), name: segment.updatedBy }) : t('newHint')}
        above={
          <TextLink to="/segments" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={segment && <Actions segment={segment} />}
      />
      <div className={classes.columns}>
        <Panel>
          <SegmentForm segment={segment} condition={condition} setCondition={setCondition} problems={error} />
        </Panel>
        <Stack gap="md">
          <LiveCount question={{ condition: settled as never }} />
          <Sample condition={settled} />
          <WhyNot condition={settled} />
        </Stack>
      </div>
    </>
  )
}

type FormProps = {
  segment: Segment | undefined
  condition: Condition
  setCondition: (condition: Condition) => void
  problems: unknown
}

function SegmentForm({ segment, condition, setCondition, problems }: FormProps) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const save = useSaveSegment(segment)
  const [name, setName] = useState(segment?.name ?? '')
  const [asked, setAsked] = useState(false)
  useUnsaved(name !== (segment?.name ?? '') || !sameCondition(condition, segment?.condition ?? ALWAYS))
  const refused = isConditionError(save.error) ? undefined : save.error

  function send() {
    setAsked(true)
    if (!name.trim()) return
    save.mutate(
      { name, condition: condition as never },
      {
        onSuccess: ({ id }) => {
          toast.success(t('saved'))
          void navigate({ to: '/segments/$segmentId', params: { segmentId: id }, ignoreBlocker: true })
        },
      },
    )
  }
  return (
    <Form onSubmit={send} submit={t('save')} busy={save.isPending} error={refused}>
      <TextInput
        label={t('name')}
        size="md"
        maxLength={100}
        placeholder={t('namePlaceholder')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asked && !name.trim() && t('nameRequired')}
      />
      <MembersWhen
        value={condition}
        onChange={setCondition}
        error={isConditionError(problems) ? problems : save.error}
      />
    </Form>
  )
}

const sameCondition = (one: Condition, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function Actions({ segment }: { segment: Segment }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const remove = useDeleteSegment()
  const [removing, setRemoving] = useState(false)
  return (
    <Group gap="sm">
      <ButtonLink
        to="/members"
        search={{ when: segment.condition }}
        variant="default"
        leftSection={<IconUsers size={18} aria-hidden />}
      >
        {t('show')}
      </ButtonLink>
      <ButtonLink
        to="/campaigns/new"
        search={{ segment: segment.id }}
        variant="default"
        leftSection={<IconSend size={18} aria-hidden />}
      >
        {t('write')}
      </ButtonLink>
      <Button
        variant="light"
        color="red"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => setRemoving(true)}
      >
        {t('remove')}
      </Button>
      <ConfirmDialog
        opened={removing}
        title={t('removeTitle', { name: segment.name })}
        text={t('removeText')}
        confirmLabel={t('remove')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onClose={() => setRemoving(false)}
        onConfirm={() => afterwards(remove, segment, () => void navigate({ to: '/segments', ignoreBlocker: true }))}
      />
    </Group>
  )
}
