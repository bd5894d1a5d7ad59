import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import type { Locale } from '@/base/i18n/locale'
import { type Text, useTexts } from '@/base/i18n/texts'
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
    const facts: ReadonlyArray<readonly [words: Record<Locale, Text>, says: string]> = [
      [texts.wordsName, t('exampleName')],
      [texts.wordsBonuses, f.bonus(BONUSES)],
      [texts.wordsExpiring, f.bonus(EXPIRING)],
      ...(gift
        ? ([
            [texts.wordsGift, f.bonus(gift.amount)],
            [texts.wordsGiftUntil, later(gift.days)],
          ] as const)
        : []),
    ]
    return fill(text, (word) => facts.find(([words]) => isSaid(words, word))?.[1])
  }
}

/** In either language; what stands behind a bar is for those who lack it. */
const isSaid = (words: Record<Locale, Text>, word: string) =>
  Object.values(words).some((said) => String(said).split('|')[0] === word)
