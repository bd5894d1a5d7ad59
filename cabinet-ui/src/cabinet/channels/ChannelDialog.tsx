import { Alert, NumberInput, PasswordInput, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useSetChannel } from '@/base/api/queries/channels'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import { isMessenger, type Setting, startOf, vendorName, vendors, vendorsOf } from './vendors'

type Vendor = Schemas['ChannelVendor']
type Props = { kind: Schemas['ChannelKind']; channel: Schemas['Channel'] | undefined; onClose: () => void }

export function ChannelDialog({ kind, channel, onClose }: Props) {
  const t = useTexts(texts)
  const set = useSetChannel(kind)
  const offers = vendorsOf[kind] ?? []
  const [vendor, setVendor] = useState<Vendor>(channel?.vendor ?? offers[0] ?? 'SMSRU')
  const [settings, setSettings] = useState<Record<string, string>>(channel?.settings ?? startOf(vendor))
  const [secret, setSecret] = useState('')
  const [use, setUse] = useState<Use>(
    channel?.use ?? { active: true, marketing: kind !== 'TELEGRAM', price: 0, perMinute: 600 },
  )
  const refused = set.error instanceof ApiError ? set.error : undefined
  const wanted = [...(vendors[vendor]?.needs ?? []), ...(vendors[vendor]?.may ?? [])]
  const kept = channel?.vendor === vendor
  const free = isMessenger(kind)

  function submit() {
    const said = Object.fromEntries(wanted.flatMap((name) => (settings[name] ? [[name, settings[name]]] : [])))
    const { active, marketing, price, perMinute } = use
    set.mutate(
      { vendor, settings: said, active, marketing, price, perMinute, ...(secret ? { secret } : {}) },
      {
        onSuccess: () => {
          toast.success(t('saved'))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title={t(`kind.${kind}`)}>
      <Form
        onSubmit={submit}
        submit={t('save')}
        busy={set.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : set.error}
      >
        {offers.length > 1 && (
          <Select
            label={t('vendor')}
            allowDeselect={false}
            data={offers.map((one) => ({ value: one, label: vendorName(one) }))}
            value={vendor}
            onChange={(next) => {
              if (!next) return
              setVendor(next as Vendor)
              setSettings({ ...startOf(next as Vendor), ...settings, ...(next === 'SMPP' ? startOf('SMPP') : {}) })
            }}
          />
        )}
        <SettingFields
          vendor={vendor}
          names={wanted}
          values={settings}
          onChange={setSettings}
          errorOf={(name) => refused?.fieldError(`settings.${name}`)}
        />
        <PasswordInput
          label={t(kind === 'MAX' || kind === 'TELEGRAM' || kind === 'VK' ? `token.${kind}` : 'secret')}
          description={kept ? t('secretKept') : undefined}
          autoComplete="new-password"
          maxLength={1000}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={refused?.fieldError('secret')}
        />
        <UseFields
          kind={kind}
          free={free}
          value={use}
          onChange={setUse}
          errorOf={(name) => refused?.fieldError(name)}
        />
      </Form>
    </Dialog>
  )
}

type SettingProps = {
  vendor: Vendor
  names: readonly Setting[]
  values: Record<string, string>
  onChange: (values: Record<string, string>) => void
  errorOf: (name: Setting) => string | undefined
}

/** What the provider wants to know beside the key. */
function SettingFields({ vendor, names, values, onChange, errorOf }: SettingProps) {
  const t = useTexts(texts)
  return (
    <>
      {names.map((name) =>
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
            value={values.security ?? 'TLS'}
            onChange={(security) => onChange({ ...values, security })}
          />
        ) : (
          <TextInput
            key={name}
            label={t(vendor === 'SMPP' && (name === 'host' || name === 'login') ? `smpp.${name}` : name)}
            description={hints[name] && t(hints[name])}
            maxLength={200}
            autoComplete="off"
            value={values[name] ?? ''}
            onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
            error={errorOf(name)}
          />
        ),
      )}
    </>
  )
}

type Use = Pick<Schemas['ChannelUse'], 'active' | 'marketing' | 'price' | 'perMinute'>
type UseProps = {
  kind: Schemas['ChannelKind']
  free: boolean
  value: Use
  onChange: (value: Use) => void
  errorOf: (name: string) => string | undefined
}

/** How the channel is used, and what it costs. */
function UseFields({ kind, free, value, onChange, errorOf }: UseProps) {
  const t = useTexts(texts)
  return (
    <>
      {!free && (
        <AmountInput
          label={t('price')}
          description={t('priceHint')}
          value={value.price}
          onChange={(price) => onChange({ ...value, price: price ?? 0 })}
          error={errorOf('price')}
        />
      )}
      <NumberInput
        label={t('perMinute')}
        min={1}
        max={60_000}
        allowDecimal={false}
        value={value.perMinute}
        onChange={(perMinute) => onChange({ ...value, perMinute: Number(perMinute) || 1 })}
        error={errorOf('perMinute')}
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

const hints = {
  sender: 'senderHint',
  bot: 'botHint',
  group: 'groupHint',
  confirmation: 'confirmationHint',
} as Partial<Record<string, 'senderHint' | 'botHint' | 'groupHint' | 'confirmationHint'>>
