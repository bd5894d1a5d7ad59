import { Accordion } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './Explanations.module.css'
import { texts } from './texts'

type Props = { explanations: ReadonlyArray<Schemas['Explanation']>; omitted: number }

/** Rule by rule: what applied and gave how much, what did not and why. */
export function Explanations({ explanations, omitted }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  return (
    <Accordion
      variant="separated"
      classNames={{ item: classes.item, control: classes.control, content: classes.content }}
    >
      <Accordion.Item value="why">
        <Accordion.Control>{t('why')}</Accordion.Control>
        <Accordion.Panel>
          <ul className={classes.list}>
            {explanations.map((explanation) => (
              <li
                key={`${explanation.ruleId}${explanation.code}${explanation.text.en}`}
                className={classes.entry}
                data-applied={explanation.applied || undefined}
              >
                {explanation.applied ? (
                  <IconCheck size={18} role="img" aria-label={t('applied')} />
                ) : (
                  <IconMinus size={18} role="img" aria-label={t('notApplied')} />
                )}
                <span>{text(explanation.text)}</span>
                {explanation.applied && explanation.amount !== undefined && explanation.amount !== 0 && (
                  <span className={classes.amount}>{f.signedBonus(explanation.amount)}</span>
                )}
              </li>
            ))}
            {omitted > 0 && <li className={classes.entry}>{t('whyOmitted', { n: f.number(omitted) })}</li>}
          </ul>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
