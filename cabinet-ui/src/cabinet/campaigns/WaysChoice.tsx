import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useChannels } from '@/base/api/queries/channels'
import { AmountInput } from '@/base/form/AmountInput'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { texts } from './texts'

type Kind = Schemas['ChannelKind']
export type Ways = { kinds: Kind[]; subject: string; budget: number | undefined }

type Props = {
  value: Ways
  onChange: (value: Ways) => void
  beside: Schemas['Audience']['beside']
  parts: number
  subjectError: string | undefined
}

/** How to write to those who have no card in the phone, and what that may cost. */
export function WaysChoice({ value, onChange, beside, parts, subjectError }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const owner = useMay('VENDOR_KEYS')
  const channels = (useChannels().data?.items ?? []).filter(({ use }) => use.active && use.marketing)
  if (channels.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('waysNone')}{' '}
        {owner && (
          <TextLink to="/channels" underline="always">
            {t('waysSetUp')}
          </TextLink>
        )}
      </Text>
    )
  }
  const paid = channels.some(({ kind, use }) => value.kinds.includes(kind) && use.price > 0)
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('ways')}
        description={t('waysHint')}
        value={value.kinds}
        onChange={(kinds) => onChange({ ...value, kinds: kinds as Kind[] })}
      >
        <Stack gap={6} mt={8}>
          {channels.map(({ kind }) => (
            <Checkbox key={kind} value={kind} label={t(`way.${kind}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {value.kinds.length > 0 && beside && (
        <Text size="sm" role="status">
          {beside.length === 0
            ? t('waysNobody')
            : beside
                .map(({ kind, members, cost }) =>
                  t(cost > 0 ? 'wayCosts' : 'wayFree', {
                    way: t(`way.${kind}`),
                    count: f.number(members),
                    cost: f.money(cost),
                  }),
                )
                .join(' · ')}
          {value.kinds.includes('SMS') && parts > 1 && ` ${t('smsParts', { count: parts })}`}
        </Text>
      )}
      {value.kinds.includes('MAIL') && (
        <TextInput
          label={t('subject')}
          maxLength={150}
          value={value.subject}
          onChange={(event) => onChange({ ...value, subject: event.currentTarget.value })}
          error={subjectError}
        />
      )}
      {paid && (
        <AmountInput
          label={t('budget')}
          description={t('budgetHint')}
          value={value.budget}
          onChange={(budget) => onChange({ ...value, budget })}
        />
      )}
    </Stack>
  )
}
