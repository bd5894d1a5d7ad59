import { Text, UnstyledButton } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { TierBadge } from '@/base/components/TierBadge'
import { useTexts } from '@/base/i18n/texts'
import classes from './FoundMembers.module.css'
import { texts } from './texts'

type Props = { found: Schemas['FoundMembers']; onChoose: (searchId: string, item: number) => void }

/** Enough of each to ask the customer which of them it is. */
export function FoundMembers({ found, onChoose }: Props) {
  const t = useTexts(texts)
  if (found.items.length === 0) {
    return (
      <Text role="status" mt="sm">
        {t('foundNobody')}
      </Text>
    )
  }
  return (
    <section aria-label={t('foundMembers')} className={classes.found}>
      <Text size="sm" role="status">
        {t(found.more ? 'foundMore' : found.items.length === 1 ? 'askOne' : 'askWho')}
      </Text>
      <ul className={classes.list}>
        {found.items.map((one) => (
          <li key={one.item}>
            <UnstyledButton className={classes.one} onClick={() => onChoose(found.searchId, one.item)}>
              <span className={classes.name}>{one.name}</span>
              <span className={classes.phone}>{one.phoneMasked}</span>
              <TierBadge tier={one.tier} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
