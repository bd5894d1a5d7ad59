import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { PlainShell } from '@/base/components/PlainShell'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { cashierSession } from '../api/cashierSession'
import classes from './Cashier.module.css'
import { type Person, PinForm } from './PinForm'
import { texts } from './texts'

type Props = {
  people: readonly Person[]
  required: boolean
  place: string
  zone: string
  onWithout: () => void
  onSignOut: () => void
}

/** The register is paired; a cashier says who they are and proves it with the PIN. */
export function CashierSignIn({ people, required, place, zone, onWithout, onSignOut }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const [chosen, setChosen] = useState<string | null>(() => {
    const last = people.length === 1 ? people[0]?.id : cashierSession.last()
    return people.find((person) => person.id === last)?.id ?? null
  })
  const person = people.find((candidate) => candidate.id === chosen)

  return (
    <PlainShell size={480}>
      <Panel>
        <PageHeader
          title={person ? t('pinOf', { name: person.name }) : t('title')}
          hint={person ? t('pinHint') : people.length > 0 ? t('choose') : place}
        />
        {person ? (
          <PinForm key={person.id} person={person} onOther={people.length > 1 ? () => setChosen(null) : undefined} />
        ) : people.length === 0 ? (
          <Text>{t('none')}</Text>
        ) : (
          <ul className={classes.people} aria-label={t('cashiers')}>
            {people.map((one, index) => (
              <li key={one.id}>
                <button
                  type="button"
                  className={classes.person}
                  // biome-ignore lint/a11y/noAutofocus: the screen consists of these buttons
                  autoFocus={index === 0}
                  onClick={() => setChosen(one.id)}
                >
                  {one.name}
                  {one.lockedUntil && (
                    <span className={classes.lock}>{t('locked', { time: f.time(one.lockedUntil) })}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        )}
        <Stack gap={4} mt="lg">
          {!required && (
            <Button variant="subtle" onClick={onWithout}>
              {t('without')}
            </Button>
          )}
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {place}
            </Text>
            <Button variant="subtle" color="gray" size="compact-sm" onClick={onSignOut}>
              {t('otherKey')}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </PlainShell>
  )
}
