import { Drawer, Stack, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { Schemas } from '@/base/api/client'
import { useProgram } from '@/base/api/queries/program'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../../layout/currentSession'
import { TextLink } from '../../layout/links'
import { useProgramWords } from '../../rule/useProgramWords'
import classes from '../base/Program.module.css'
import type { ProgramDoc } from '../document/program'
import { texts } from './resultTexts'
import { useTierName } from './Tiers'
import own from './WhatIf.module.css'

type Result = Schemas['WhatIfResult']
type Top = Result['topChanges'][number]
type Props = { receipt: Top; tiers: Result['tiers']; onClose: () => void }

/** One receipt: what was bought, what came of it and what would, and both whys. */
export function ReceiptDrawer({ receipt, tiers, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('receipt', { date: f.dateTime(receipt.at) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        {receipt.memberId ? (
          <TextLink to="/members/$memberId" params={{ memberId: receipt.memberId }}>
            {t('openMember')}
          </TextLink>
        ) : (
          <Text c="dimmed">{t('withoutCard')}</Text>
        )}
        <Bought receipt={receipt} />
        <Sides receipt={receipt} tiers={tiers} />
        <Whys of={receipt.why} />
      </Stack>
    </Drawer>
  )
}

/** Results that an earlier release kept name no goods. */
function Bought({ receipt }: { receipt: Top }) {
  const t = useTexts(texts)
  const f = useFormat()
  const words = useProgramWords(useProgram().data?.program as ProgramDoc | undefined)
  if (!receipt.lines?.length) return null
  const known = new Map(words.choices('good').map((good) => [good.value, good.label]))
  return (
    <section>
      <Text fw={650} mb={4}>
        {t('bought')}
      </Text>
      <ul className={classes.sentences}>
        {receipt.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt do not move
          <li key={at}>
            {t('line', {
              name: known.get(line.sku) ?? (line.categories[0] || line.sku || t('unnamed')),
              quantity: f.number(line.quantityMilli / 1000),
              amount: f.money(line.gross),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sides({ receipt, tiers }: Omit<Props, 'onClose'>) {
  const t = useTexts(texts)
  const f = useFormat()
  const name = useTierName(tiers)
  const { before, after } = receipt
  const rows = [
    [t('discount'), f.money(before.discount), f.money(after.discount)],
    [t('spent'), f.bonus(before.bonusesSpent), f.bonus(after.bonusesSpent)],
    [t('money'), f.money(before.money), f.money(after.money)],
    [t('earned'), f.bonus(before.bonusesEarned), f.bonus(after.bonusesEarned)],
    ...(tiers && receipt.memberId ? [[t('tierThen'), name(before.tier), name(after.tier)]] : []),
    ...(before.available != null && after.available != null
      ? [[t('available'), f.bonus(before.available), f.bonus(after.available)]]
      : []),
  ]
  return (
    <div className={own.sides}>
      <span />
      <Text span size="sm" c="dimmed">
        {t('before')}
      </Text>
      <Text span size="sm" c="dimmed">
        {t('after')}
      </Text>
      {rows.map(([label, was, is]) => (
        <Fragment key={label}>
          <span>{label}</span>
          <span>{was}</span>
          <b>{is}</b>
        </Fragment>
      ))}
    </div>
  )
}

function Whys({ of }: { of: Top['why'] }) {
  const t = useTexts(texts)
  const text = useLocalText()
  if (of.length === 0) return null
  return (
    <section>
      <Text fw={650} mb={4}>
        {t('why')}
      </Text>
      <ul className={own.reasons}>
        {of.map((one) => (
          <li key={one.rule ?? one.text.en}>
            {one.rule && <p>{one.was ? t('wasSaid', { text: text(one.was) }) : t('noRule')}</p>}
            <p>{one.rule ? t('wouldSay', { text: text(one.text) }) : text(one.text)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
