import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Kind, Step } from './plan'
import { texts } from './texts'

/** An automation as a sentence: when, and what is done then. */
export function useSentence() {
  const t = useTexts(texts)
  const f = useFormat()
  return {
    when(kind: Kind, { days }: Pick<Step, 'days'>, index = 0): string {
      if (index > 0) return t('thenIf', { count: days })
      return kind === 'BIRTHDAY' && days === 0 ? t('onBirthday') : t(`when.${kind}`, { count: days })
    },
    what({ gift }: Pick<Step, 'gift'>): string {
      return gift
        ? t('giveAndWrite', {
            count: gift.amount / 100,
            amount: f.bonus(gift.amount),
            life: t('life', { count: gift.days }),
          })
        : t('write')
    },
  }
}
