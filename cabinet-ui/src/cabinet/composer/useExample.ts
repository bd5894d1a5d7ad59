import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { fill } from './smsParts'
import { texts } from './texts'

const DAY = 86_400_000
const BONUSES = 35_000
const EXPIRING = 12_000

/** A text as one member, made up, would read it: facts of theirs stand where the braces are. */
export function useExample() {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (text: string, gift?: Schemas['CampaignGift'] | null) => {
    const later = (days: number) => f.date(new Date(Date.now() + days * DAY))
    const facts: ReadonlyArray<readonly [words: readonly string[], says: string]> = [
      [['имя', 'name'], t('exampleName')],
      [['бонусы', 'bonuses'], f.bonus(BONUSES)],
      [['сгорит', 'expiring'], f.bonus(EXPIRING)],
      [['дата сгорания', 'expiry date'], later(30)],
      ...(gift
        ? ([
            [['подарок', 'gift'], f.bonus(gift.amount)],
            [['подарок до', 'gift until'], later(gift.days)],
          ] as const)
        : []),
    ]
    return fill(text, (word) => facts.find(([words]) => words.includes(word))?.[1])
  }
}
