import { Anchor, Button, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconBrandAndroid, IconDeviceMobile, IconDeviceMobileOff } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useCreatePhone, useDemo, usePhones } from '@/base/api/queries/simulator'
import { Brand } from '@/base/components/Brand'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PlainShell } from '@/base/components/PlainShell'
import { useTexts } from '@/base/i18n/texts'
import { Guide } from './Guide'
import type { Changes, FieldChange } from './live/changes'
import classes from './PhonePage.module.css'
import { PhoneStation } from './PhoneStation'
import { texts } from './texts'

/** Phones that a newcomer does not need to own: they take real cards and show what a real wallet would. */
export function PhonePage() {
  const t = useTexts(texts)
  const demo = useDemo()
  const phones = usePhones()
  useEffect(() => {
    document.title = `${t('title')} · Kartela`
  }, [t])
  const off = demo.error instanceof ApiError && demo.error.status === 404
  return (
    <PlainShell
      size={1500}
      brand={
        <a className={classes.brand} href="/" aria-label={t('start')}>
          <Brand />
        </a>
      }
      right={
        demo.data && (
          <Anchor href={demo.data.pages.mailbox} fz="sm" fw={600} mr="xs">
            {t('mailbox')}
          </Anchor>
        )
      }
    >
      {off ? (
        <EmptyState icon={IconDeviceMobileOff} title={t('off')} text={t('offText')} />
      ) : (
        <>
          <header className={classes.head}>
            <h1>{t('title')}</h1>
            <p>{t('hint')}</p>
          </header>
          {phones.error && !phones.data && <ErrorNote error={phones.error} onRetry={() => void phones.refetch()} />}
          {phones.isPending && <Skeleton h={660} w={320} radius={56} mx="auto" />}
          {phones.data && <Phones phones={phones.data.items} demo={demo.data} />}
        </>
      )}
    </PlainShell>
  )
}

function Phones({ phones, demo }: { phones: Schemas['Phone'][]; demo: Schemas['Demo'] | undefined }) {
  const t = useTexts(texts)
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [chosen, setChosen] = useState(() => decodeURIComponent(window.location.hash.slice(1)))
  const [seen, setSeen] = useState<FieldChange>()
  const onChange = useCallback((changes: Changes) => {
    const change = changes.fields.find((field) => field.key === 'balance')
    if (change) setSeen(change)
  }, [])
  const one = phones.find((phone) => phone.id === chosen) ?? phones[0]

  useEffect(() => {
    if (!narrow && chosen) document.getElementById(`phone-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [narrow, chosen])

  return (
    <Stack gap="lg">
      {demo && <Guide demo={demo} hasCard={phones.some((phone) => phone.cards.length > 0)} seen={seen} />}
      {narrow && one && phones.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('phones')}
          value={one.id}
          onChange={setChosen}
          data={phones.map((phone) => ({ value: phone.id, label: phone.name }))}
        />
      )}
      <ul className={classes.phones} aria-label={t('phones')}>
        {(narrow ? [one] : phones).map(
          (phone) =>
            phone && <PhoneStation key={phone.id} phone={phone} onChange={onChange} onRemoved={() => setChosen('')} />,
        )}
        <MorePhones empty={phones.length === 0} onAdded={setChosen} />
      </ul>
    </Stack>
  )
}

function MorePhones({ empty, onAdded }: { empty: boolean; onAdded: (id: string) => void }) {
  const t = useTexts(texts)
  const create = useCreatePhone()
  const add = (platform: Schemas['Phone']['platform']) =>
    create.mutate({ platform }, { onSuccess: (phone) => onAdded(phone.id) })
  return (
    <li className={classes.more}>
      <Text fw={700}>{t(empty ? 'noPhones' : 'morePhones')}</Text>
      <Text c="dimmed" fz="sm" ta="center">
        {t('morePhonesText')}
      </Text>
      <Button
        variant="default"
        leftSection={<IconDeviceMobile size={18} aria-hidden />}
        onClick={() => add('APPLE')}
        loading={create.isPending}
      >
        {t('addIphone')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconBrandAndroid size={18} aria-hidden />}
        onClick={() => add('GOOGLE')}
        loading={create.isPending}
      >
        {t('addAndroid')}
      </Button>
      {create.error && <ErrorNote error={create.error} />}
    </li>
  )
}
