import { Text } from '@mantine/core'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './PhonePreview.module.css'
import { texts } from './texts'

/** An example balance for the picture of the card. */
const EXAMPLE_BALANCE = 34500

/** The text as a phone shows it: the notice on the lock screen, and the line that stays on the card. */
export function PhonePreview({ text, tierId }: { text: string; tierId: string | undefined }) {
  const t = useTexts(texts)
  const f = useFormat()
  const localText = useLocalText()
  const { merchantName, tiers = [] } = useCurrentSession()
  const tier = tiers.find((candidate) => candidate.id === tierId) ?? tiers[0]
  const shown = text.trim() || t('previewEmpty')
  const now = new Date()

  return (
    <Panel title={t('preview')}>
      <div className={classes.phone} role="img" aria-label={`${t('previewLock')}: ${merchantName}. ${shown}`}>
        <div className={classes.island} />
        <div className={classes.date}>{f.dayMonthLong(now)}</div>
        <div className={classes.clock}>{f.time(now)}</div>
        <div className={classes.notice}>
          <div className={classes.appIcon}>{merchantName.replace(/[^\p{L}]/gu, '').slice(0, 1)}</div>
          <div className={classes.noticeBody}>
            <div className={classes.noticeHead}>
              <strong>{merchantName}</strong>
              <span>{t('now')}</span>
            </div>
            <div className={classes.noticeText} data-empty={!text.trim() || undefined}>
              {shown}
            </div>
          </div>
        </div>
      </div>
      <Text size="sm" c="dimmed" mt="md" mb={8} fw={600}>
        {t('previewCard')}
      </Text>
      <div className={classes.card} aria-hidden>
        <div className={classes.cardHead}>
          <strong>{merchantName}</strong>
        </div>
        <div className={classes.cardRow}>
          <div>
            <small>{t('cardBalance')}</small>
            <b>{f.bonus(EXAMPLE_BALANCE)}</b>
          </div>
          {tier && (
            <div style={{ textAlign: 'right' }}>
              <small>{t('cardTier')}</small>
              <b>{localText(tier.name)}</b>
            </div>
          )}
        </div>
        <div className={classes.cardNews}>
          <small>{t('cardNews')}</small>
          <span>{shown}</span>
        </div>
      </div>
    </Panel>
  )
}
