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
import { isMessenger, startOf, vendorName, vendors, vendorsOf } from './vendors'

type Vendor = Schemas['ChannelVendor']
type Props = { kind: Schemas['ChannelKind']; channel: Schemas['Channel'] | undefined; onClose: () => void }

export function ChannelDialog({ kind, channel, onClose }: Props) {
  const t = useTexts(texts)
  const set = useSetChannel(kind)
  const offers = vendorsOf[kind] ?? []
  const [vendor, setVendor] = useState<Vendor>(channel?.vendor ?? offers[0] ?? 'SMSRU')
  const [settings, setSettings] = useState<Record<string, string>>(channel?.settings ?? startOf(vendor))
  const [secret, setSecret] = useState('')
  const [use, setUse] = useState(
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
              value={settings.security ?? 'TLS'}
              onChange={(security) => setSettings({ ...settings, security })}
            />
          ) : (
            <TextInput
              key={name}
              label={t(vendor === 'SMPP' && (name === 'host' || name === 'login') ? `smpp.${name}` : name)}
              description={hints[name] && t(hints[name])}
              maxLength={200}
              autoComplete="off"
              value={settings[name] ?? ''}
              onChange={(event) => setSettings({ ...settings, [name]: event.currentTarget.value })}
              error={refused?.fieldError(`settings.${name}`)}
            />
          ),
        )}
        <PasswordInput
          label={t(kind === 'MAX' || kind === 'TELEGRAM' || kind === 'VK' ? `token.${kind}` : 'secret')}
          description={kept ? t('secretKept') : undefined}
          autoComplete="new-password"
          maxLength={1000}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={refused?.fieldError('secret')}
        />
        {!free && (
          <AmountInput
            label={t('price')}
            description={t('priceHint')}
            value={use.price}
            onChange={(price) => setUse({ ...use, price: price ?? 0 })}
            error={refused?.fieldError('price')}
          />
        )}
        <NumberInput
          label={t('perMinute')}
          min={1}
          max={60_000}
          allowDecimal={false}
          value={use.perMinute}
          onChange={(perMinute) => setUse({ ...use, perMinute: Number(perMinute) || 1 })}
          error={refused?.fieldError('perMinute')}
        />
        <Switch
          label={t('marketing')}
          description={t('marketingHint')}
          checked={use.marketing}
          onChange={(event) => setUse({ ...use, marketing: event.currentTarget.checked })}
        />
        {kind === 'TELEGRAM' && use.marketing && (
          <Alert color="orange" icon={<IconAlertTriangle size={20} aria-hidden />} role="alert">
            {t('telegramWarning')}
          </Alert>
        )}
        <Switch
          label={t('active')}
          checked={use.active}
          onChange={(event) => setUse({ ...use, active: event.currentTarget.checked })}
        />
      </Form>
    </Dialog>
  )
}

const hints = {
  sender: 'senderHint',
  bot: 'botHint',
  group: 'groupHint',
  confirmation: 'confirmationHint',
} as Partial<Record<string, 'senderHint' | 'botHint' | 'groupHint' | 'confirmationHint'>>
