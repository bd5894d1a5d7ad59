import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { SampleChoice } from '@/phone/sample/SampleChoice'
import { SamplePhone } from '@/phone/sample/SamplePhone'
import { useCurrentSession } from '../layout/currentSession'
import { useShopCardsWithNews } from '../shopCard/useShopCards'
import classes from './MessagePreview.module.css'
import { texts } from './texts'

type View = 'lock' | 'card'

/** The text as a phone shows it: the notice on the lock screen, and where it stays on the shop's own card. */
export function MessagePreview({ text, tierId }: { text: string; tierId: string | undefined }) {
  const t = useTexts(texts)
  const { merchantName } = useCurrentSession()
  const [view, setView] = useState<View>('lock')
  const [platform, setPlatform] = useState<Schemas['Phone']['platform']>('APPLE')
  const [lang, setLang] = useState(useLocale())
  const shown = text.trim() || t('previewEmpty')
  const cards = useShopCardsWithNews({ tier: tierId ?? '', lang }, shown)
  const card = platform === 'GOOGLE' ? cards?.google : cards?.apple
  return (
    <Panel title={t('preview')}>
      <Stack gap="sm">
        <SampleChoice platform={platform} onPlatform={setPlatform} lang={lang} onLang={setLang} />
        <SegmentedControl
          fullWidth
          aria-label={t('view')}
          value={view}
          onChange={(next) => setView(next as View)}
          data={[
            { value: 'lock', label: t('previewLock') },
            { value: 'card', label: t('previewCard') },
          ]}
        />
        <div className={classes.phone}>
          <SamplePhone
            key={platform}
            platform={platform}
            label={`${t('preview')}: ${t(view === 'lock' ? 'previewLock' : 'previewCard')}`}
            card={card}
            notice={view === 'lock' ? { title: card?.organization ?? merchantName, text: shown } : undefined}
            onOpenNotice={() => setView('card')}
          />
        </div>
        {card && (
          <Text fz="sm" c="dimmed" ta="center">
            {t(standsOn(card, shown))}
          </Text>
        )}
      </Stack>
    </Panel>
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
