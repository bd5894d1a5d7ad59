import { Divider, SimpleGrid, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useChangeShop } from '@/base/api/queries/shop'
import { Panel } from '@/base/components/Panel'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { ZoneSelect } from '../stores/ZoneSelect'
import { MoveStores } from './MoveStores'
import { texts } from './texts'

type Details = Schemas['ShopDetails']

/** The field's text, and what the service said against it. */
type Field = (
  name: string,
  value: string,
  set: (value: string) => Details,
) => { value: string; onChange: (event: { currentTarget: { value: string } }) => void; error?: string }

export function DetailsForm({ details }: { details: Details }) {
  const t = useTexts(texts)
  const save = useChangeShop()
  const [now, setNow] = useState(details)
  const [saved, setSaved] = useState(details)
  useUnsaved(JSON.stringify(now) !== JSON.stringify(saved))
  const [tried, setTried] = useState(false)
  const [left, setLeft] = useState<string>()
  const refused = save.error instanceof ApiError ? save.error : undefined
  const field: Field = (name, value, set) => ({
    value,
    onChange: (event) => setNow(set(event.currentTarget.value)),
    error: refused?.fieldError(name),
  })
  const missing = tried && !now.name.ru.trim() ? t('nameRequired') : undefined

  function submit() {
    setTried(true)
    if (!now.name.ru.trim()) return
    save.mutate(now, {
      onSuccess: ({ details: kept }) => {
        setNow(kept)
        if (kept.zone !== saved.zone) setLeft(saved.zone)
        setSaved(kept)
        toast.success(t('saved'))
      },
    })
  }

  return (
    <Panel title={t('names')}>
      <Form
        onSubmit={submit}
        submit={t('save')}
        busy={save.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : save.error}
      >
        <Names now={now} field={field} missing={missing} />
        <ZoneSelect
          label={t('zone')}
          description={t('zoneHint')}
          value={now.zone}
          onChange={(zone) => setNow({ ...now, zone })}
          error={refused?.fieldError('zone')}
        />
        <Divider />
        <Title order={2}>{t('contacts')}</Title>
        <Contacts now={now} field={field} />
      </Form>
      {left && <MoveStores from={left} to={saved.zone} onClose={() => setLeft(undefined)} />}
    </Panel>
  )
}

type PartProps = { now: Details; field: Field; missing?: string }

function Names({ now, field, missing }: PartProps) {
  const t = useTexts(texts)
  const name = field('name.ru', now.name.ru, (ru) => ({ ...now, name: { ...now.name, ru } }))
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('name')}
        description={t('nameLater')}
        maxLength={100}
        required
        {...name}
        error={missing ?? name.error}
      />
      <TextInput
        label={t('nameEn')}
        description={t('nameEnHint')}
        maxLength={100}
        {...field('name.en', now.name.en, (en) => ({ ...now, name: { ...now.name, en } }))}
      />
      <Textarea
        label={t('description')}
        maxLength={500}
        autosize
        minRows={3}
        {...field('description.ru', now.description.ru, (ru) => ({
          ...now,
          description: { ...now.description, ru },
        }))}
      />
      <Textarea
        label={t('descriptionEn')}
        maxLength={500}
        autosize
        minRows={3}
        {...field('description.en', now.description.en, (en) => ({
          ...now,
          description: { ...now.description, en },
        }))}
      />
    </SimpleGrid>
  )
}

function Contacts({ now, field }: PartProps) {
  const t = useTexts(texts)
  const of = (name: keyof Details['contacts']) =>
    field(`contacts.${name}`, now.contacts[name], (value) => ({
      ...now,
      contacts: { ...now.contacts, [name]: value },
    }))
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput label={t('phone')} type="tel" maxLength={30} {...of('phone')} />
      <TextInput label={t('email')} type="email" maxLength={200} {...of('email')} />
      <TextInput label={t('site')} inputMode="url" maxLength={300} {...of('site')} />
      <TextInput label={t('address')} maxLength={300} {...of('address')} />
    </SimpleGrid>
  )
}
