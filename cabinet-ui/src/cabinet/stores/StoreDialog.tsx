import { Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useChangeStore, useCreateStore } from '@/base/api/queries/stores'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormatDays } from '@/base/format/hours'
import { useTexts } from '@/base/i18n/texts'
import { readHours } from './hours'
import { texts } from './texts'
import { ZoneSelect } from './ZoneSelect'

type Props = {
  /** Without one it is a new one. */
  store?: Schemas['Store']
  zone: string
  onClose: () => void
}

const WEEK = ['', '', '', '', '', '', '']

export function StoreDialog({ store, zone, onClose }: Props) {
  const t = useTexts(texts)
  const create = useCreateStore()
  const change = useChangeStore(store?.id ?? '')
  const [name, setName] = useState(store?.name ?? '')
  const [address, setAddress] = useState(store?.address ?? '')
  const [place, setPlace] = useState(zone)
  const [hours, setHours] = useState(store && store.hours.length > 0 ? store.hours : WEEK)
  const [tried, setTried] = useState(false)
  const error = create.error ?? change.error
  const refused = error instanceof ApiError ? error : undefined

  function submit() {
    setTried(true)
    const read = hours.map(readHours)
    if (!name.trim() || read.includes(undefined)) return
    const said = read.some(Boolean) ? read.map((day) => day ?? '') : []
    const body = { name: name.trim(), zone: place, address: address.trim(), hours: said }
    const done = () => {
      toast.success(t('saved'))
      onClose()
    }
    if (store) change.mutate(body, { onSuccess: done })
    else create.mutate(body, { onSuccess: done })
  }

  return (
    <Dialog onClose={onClose} title={store ? t('changeStore', { store: store.name }) : t('newStore')} size="lg">
      <Form
        onSubmit={submit}
        submit={t('save')}
        busy={create.isPending || change.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : error}
      >
        <TextInput
          label={t('name')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !name.trim() ? t('storeNameRequired') : refused?.fieldError('name')}
        />
        <TextInput
          label={t('address')}
          maxLength={300}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
          error={refused?.fieldError('address')}
        />
        <ZoneSelect label={t('zone')} value={place} onChange={setPlace} error={refused?.fieldError('zone')} />
        <HoursFields hours={hours} tried={tried} onChange={setHours} />
      </Form>
    </Dialog>
  )
}

type HoursProps = { hours: string[]; tried: boolean; onChange: (hours: string[]) => void }

function HoursFields({ hours, tried, onChange }: HoursProps) {
  const t = useTexts(texts)
  const days = useFormatDays()
  const likeMonday = (count: number) => hours.map((day, i) => (i < count ? (hours[0] ?? '') : day))
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ padding: 0, fontWeight: 600 }}>{t('hours')}</legend>
      <Text size="sm" c="dimmed" mb="xs">
        {t('hoursHint')}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
        {days.map((day, i) => (
          <TextInput
            key={day}
            label={day}
            placeholder={t('dayOff')}
            maxLength={20}
            value={hours[i] ?? ''}
            onChange={(event) => onChange(hours.with(i, event.currentTarget.value))}
            error={tried && readHours(hours[i] ?? '') === undefined ? t('hoursWrong') : undefined}
          />
        ))}
      </SimpleGrid>
      {hours[0] && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(likeMonday(5))}>
            {t('hoursWeekdays', { hours: hours[0] })}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(likeMonday(7))}>
            {t('hoursDaily', { hours: hours[0] })}
          </Button>
        </Group>
      )}
    </fieldset>
  )
}
