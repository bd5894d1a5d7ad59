import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { SamplePhone } from '@/phone/sample/SamplePhone'
import { useCurrentSession } from '../layout/currentSession'
import type { useShopCardsWithNews } from '../shopCard/useShopCards'
import classes from './MessagePreview.module.css'
import { texts } from './texts'

export type Platform = Schemas['Phone']['platform']

type Props = {
  cards: ReturnType<typeof useShopCardsWithNews>
  platform: Platform
  /** On the lock screen, else on the card. */
  locked: boolean
  text: string
  onOpen: () => void
}

/** What the shop wrote, on a phone. */
export function PhonePicture({ cards, platform, locked, text, onOpen }: Props) {
  const t = useTexts(texts)
  const { merchantName } = useCurrentSession()
  const card = platform === 'GOOGLE' ? cards?.google : cards?.apple
  return (
    <>
      <div className={classes.phone}>
        <SamplePhone
          key={platform}
          platform={platform}
          label={`${t('preview')}: ${t(locked ? 'previewLock' : 'previewCard')}`}
          card={card}
          notice={locked ? { title: card?.organization ?? merchantName, text } : undefined}
          onOpenNotice={onOpen}
        />
      </div>
      {card && (
        <Text fz="sm" c="dimmed" ta="center">
          {t(standsOn(card, text))}
        </Text>
      )}
    </>
  )
}

/** Which side of the card says it; the shop's design decides. */
function standsOn(card: Schemas['WalletCard'], text: string) {
  const front = [
    ...card.headerFields,
    ...card.primaryFields,
    ...(card.poster ? card.poster.footerFields : [...card.secondaryFields, ...card.auxiliaryFields]),
  ]
  if (front.some((field) => field.value.includes(text))) return 'onFront'
  return card.backFields.some((field) => field.value.includes(text)) ? 'onBack' : 'nowhere'
}
