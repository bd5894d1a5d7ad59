import { Checkbox, Stack, TextInput } from '@mantine/core'
import { useChannels } from '@/base/api/queries/channels'
import { useTexts } from '@/base/i18n/texts'
import { isOffer, type Plan } from './plan'
import { texts } from './texts'

type Props = { plan: Plan; onChange: (plan: Plan) => void; asked: boolean }

/** By what it goes to those who have no card in the phone. */
export function BesideChoice({ plan, onChange, asked }: Props) {
  const t = useTexts(texts)
  const offer = isOffer(plan)
  const channels = (useChannels().data?.items ?? []).filter(({ use }) => use.active && (use.marketing || !offer))
  if (channels.length === 0) return null
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('ways')}
        description={t('waysHint')}
        value={plan.ways ?? []}
        onChange={(ways) => onChange({ ...plan, ways: ways as NonNullable<Plan['ways']> })}
      >
        <Stack gap={6} mt={8}>
          {channels.map(({ kind }) => (
            <Checkbox key={kind} value={kind} label={t(`way.${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {plan.ways?.includes('MAIL') && (
        <TextInput
          label={t('subject')}
          maxLength={150}
          value={plan.subject ?? ''}
          onChange={(event) => onChange({ ...plan, subject: event.currentTarget.value })}
          error={asked && !plan.subject?.trim() && t('subjectMissing')}
        />
      )}
    </Stack>
  )
}
