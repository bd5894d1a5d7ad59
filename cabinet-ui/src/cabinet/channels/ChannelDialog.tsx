import { PasswordInput, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useSetChannel } from '@/base/api/queries/channels'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { SettingFields, UseFields } from './ChannelFields'
import { texts } from './texts'
import { startOf, vendorName, vendors, vendorsOf } from './vendors'

type Vendor = Schemas['ChannelVendor']
type Props = { kind: Schemas['ChannelKind']; channel: Schemas['Channel'] | undefined; onClose: () => void }

export function ChannelDialog({ kind, channel, onClose }: Props) {
  const t = useTexts(texts)
  const set = useSetChannel(kind)
  const offers = vendorsOf[kind] ?? []
  const [vendor, setVendor] = useState<Vendor>(channel?.vendor ?? offers[0] ?? 'SMSRU')
  const [settings, setSettings] = useState<Record<string, string>>(channel?.settings ?? startOf(vendor))
  const [secret, setSecret] = useState('')
  const [use, setUse] = useState<Pick<Schemas['ChannelUse'], 'active' | 'marketing' | 'price' | 'perMinute'>>(
    channel?.use ?? { active: true, marketing: kind !== 'TELEGRAM', price: 0, perMinute: 600 },
  )
  const refused = set.error instanceof ApiError ? set.error : undefined
  const wanted = [...(vendors[vendor]?.needs ?? []), ...(vendors[vendor]?.may ?? [])]
  const kept = channel?.vendor === vendor

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
        <SettingFields vendor={vendor} value={settings} onChange={setSettings} refused={refused} />
        {kind === 'WEB' ? (
          <Text size="sm">{t('webHint')}</Text>
        ) : (
          <PasswordInput
            label={t(kind === 'MAX' || kind === 'TELEGRAM' || kind === 'VK' ? `token.${kind}` : 'secret')}
            description={kept ? t('secretKept') : undefined}
            autoComplete="new-password"
            maxLength={1000}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            error={refused?.fieldError('secret')}
          />
        )}
        <UseFields kind={kind} value={use} onChange={setUse} refused={refused} />
      </Form>
    </Dialog>
  )
}
