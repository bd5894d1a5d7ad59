import { Alert, NumberInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import type { ApiError } from '@/base/api/problem'
import { AmountInput } from '@/base/form/AmountInput'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import { type Field, isConnected, vendors } from './vendors'

type Settings = Record<string, string>
type Use = { active: boolean; marketing: boolean; price: number; perMinute: number }
type Refused = { refused: ApiError | undefined }

type SettingsProps = Refused & {
  vendor: Schemas['ChannelVendor']
  value: Settings
  onChange: (value: Settings) => void
}

/** How a message centre writes its numbers in its answer and in its receipt. */
const IDS = ['SAME', 'HEX_THEN_DECIMAL', 'DECIMAL_THEN_HEX'] as const

const hinted = (name: Field) =>
  name === 'sender' || name === 'bot' || name === 'group' || name === 'confirmation' ? name : undefined

/** What the vendor wants to know beside its key. */
export function SettingFields({ vendor, value, onChange, refused }: SettingsProps) {
  const t = useTexts(texts)
  const hintOf = (name: Field) => {
    const hint = hinted(name)
    return hint && t(`hint.${hint}`)
  }
  const wanted = [...(vendors[vendor]?.needs ?? []), ...(vendors[vendor]?.may ?? [])]
  return (
    <>
      {wanted.map((name) =>
        name === 'security' ? (
          <SegmentedControl
            key={name}
            aria-label={t('security')}
            data={
              vendor === 'SMPP'
                ? [
                    { value: 'TLS', label: 'TLS' },
                    { value: 'NONE', label: t('plain') },
                  ]
                : ['TLS', 'STARTTLS']
            }
            value={value.security ?? 'TLS'}
            onChange={(security) => onChange({ ...value, security })}
          />
        ) : name === 'ids' ? (
          <Select
            key={name}
            label={t('field.ids')}
            description={t('hint.ids')}
            allowDeselect={false}
            data={IDS.map((one) => ({ value: one, label: t(`ids.${one}`) }))}
            value={value.ids ?? 'SAME'}
            onChange={(ids) => onChange({ ...value, ids: ids ?? 'SAME' })}
          />
        ) : (
          <TextInput
            key={name}
            label={t(vendor === 'SMPP' && (name === 'host' || name === 'login') ? `smpp.${name}` : `field.${name}`)}
            description={hintOf(name)}
            maxLength={200}
            autoComplete="off"
            value={value[name] ?? ''}
            onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
            error={refused?.fieldError(`settings.${name}`)}
          />
        ),
      )}
    </>
  )
}

type UseProps = Refused & { kind: Schemas['ChannelKind']; value: Use; onChange: (value: Use) => void }

/** What it costs, how fast it goes and what may go by it. */
export function UseFields({ kind, value, onChange, refused }: UseProps) {
  const t = useTexts(texts)
  return (
    <>
      {!isConnected(kind) && (
        <AmountInput
          label={t('price')}
          description={t('priceHint')}
          value={value.price}
          onChange={(price) => onChange({ ...value, price: price ?? 0 })}
          error={refused?.fieldError('price')}
        />
      )}
      <NumberInput
        label={t('perMinute')}
        min={1}
        max={60_000}
        allowDecimal={false}
        value={value.perMinute}
        onChange={(perMinute) => onChange({ ...value, perMinute: Number(perMinute) || 1 })}
        error={refused?.fieldError('perMinute')}
      />
      <Switch
        label={t('marketing')}
        description={t('marketingHint')}
        checked={value.marketing}
        onChange={(event) => onChange({ ...value, marketing: event.currentTarget.checked })}
      />
      {kind === 'TELEGRAM' && value.marketing && (
        <Alert color="orange" icon={<IconAlertTriangle size={20} aria-hidden />} role="alert">
          {t('telegramWarning')}
        </Alert>
      )}
      <Switch
        label={t('active')}
        checked={value.active}
        onChange={(event) => onChange({ ...value, active: event.currentTarget.checked })}
      />
    </>
  )
}
