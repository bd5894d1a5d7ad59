import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from '../base/Program.module.css'
import { texts } from './texts'

type Result = Schemas['ProgramTried']

/** What the draft makes of the receipt, and why. */
export function Tried({ of, lines }: { of: Result; lines: Schemas['ProgramTry']['lines'] }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat()
  const { sums } = of
  const applied = of.explanations.filter((one) => one.applied)
  const rest = of.explanations.filter((one) => !one.applied)
  return (
    <>
      <dl className={classes.sums}>
        <Sum label={t('toPay')} value={f.money(sums.toPay)} />
        <Sum label={t('earned')} value={f.bonus(sums.earned)} />
        {sums.discount > 0 && <Sum label={t('discount')} value={f.money(sums.discount)} />}
        {sums.spent > 0 && <Sum label={t('spentNow')} value={f.bonus(sums.spent)} />}
        <Sum label={t('spendable')} value={f.bonus(sums.spendableMax)} />
      </dl>
      {of.tierAfter && <Text fw={650}>{t('tierAfter', { tier: text(of.tierAfter) })}</Text>}
      <ul className={classes.sentences}>
        {of.lines.map((line) => (
          <li key={line.lineNo}>
            {t('lineSays', {
              name: lines[line.lineNo - 1]?.name ?? t('line', { number: line.lineNo }),
              gross: f.money(line.gross),
              net: f.money(line.net),
              earned: f.bonus(line.earned),
            })}
          </li>
        ))}
        {of.gifts.map((gift) => (
          <li key={gift.name.en}>{t('giftSays', { name: text(gift.name), amount: f.bonus(gift.amount) })}</li>
        ))}
      </ul>
      <Why title={t('applied')} of={applied} />
      <Why title={t('notApplied')} of={rest} />
    </>
  )
}

function Sum({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Why({ title, of }: { title: string; of: Result['explanations'] }) {
  const text = useLocalText()
  if (of.length === 0) return null
  return (
    <section>
      <Text fw={650} mb={4}>
        {title}
      </Text>
      <ul className={classes.sentences}>
        {of.map((one) => (
          <li key={one.text.en}>{text(one.text)}</li>
        ))}
      </ul>
    </section>
  )
}
