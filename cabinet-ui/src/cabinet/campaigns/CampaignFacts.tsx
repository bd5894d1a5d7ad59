import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useExample } from '../composer/useExample'
import classes from './Campaigns.module.css'
import type { Content, Gift } from './content'
import { recipientsOf } from './estimate'
import { texts as giftTexts } from './giftTexts'
import { texts } from './texts'
import { useAudienceName } from './useAudienceName'
import { useWhen } from './useWhen'

type Props = {
  content: Content
  campaign: Schemas['CampaignContent']
  /** Whom it can be written to now; not said while they are counted. */
  reached: number | undefined
  percent: number
  tail?: string
  next?: Schemas['CampaignDraft']['nextOn']
}

/** All there is to a campaign, before it leaves: whom, what, how and when. */
export function CampaignFacts({ content, campaign, reached = 0, percent, tail = '', next }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const when = useWhen()
  const audience = useAudienceName()
  const gift = useGift()
  const read = useExample()
  const recipients = recipientsOf(reached, percent)
  const ways = [t('onCard'), ...content.ways.kinds.map((kind) => t(`way.${kind}`))]
  return (
    <>
      <dl className={classes.facts}>
        <Fact
          name={t('recipients')}
          value={t('recipientsOf', { count: f.number(recipients), audience: audience(campaign) })}
        />
        <Fact name={t('whenIs')} value={when(content.when, next)} />
        <Fact name={t('byWays')} value={ways.join(', ')} />
        <Fact name={t('giftIs')} value={content.gift ? gift(content.gift) : t('noGift')} />
        <Fact
          name={t('controlIs')}
          value={
            percent > 0
              ? t('controlShare', { percent: f.percent(percent), count: f.number(reached - recipients) })
              : t('noControl')
          }
        />
      </dl>
      <div>
        <Text size="sm" fw={650} mb={4}>
          {t('readBy')}
        </Text>
        <Text className={classes.quote}>{read(content.text, content.gift) + tail}</Text>
      </div>
    </>
  )
}

function useGift() {
  const g = useTexts(giftTexts)
  const f = useFormat()
  return ({ amount, days }: Gift) =>
    g('giftOne', { count: amount / 100, amount: f.bonus(amount), life: `${days} ${g('days', { count: days })}` })
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
