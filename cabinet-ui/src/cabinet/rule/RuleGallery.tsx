import { Stack, Text, UnstyledButton } from '@mantine/core'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import type { Program, Rule } from './document/rule'
import { blankRule, READY, readyRule, SECTIONS } from './gallery'
import classes from './Rule.module.css'
import { texts } from './texts'
import { useProgramWords } from './useProgramWords'

type Props = { program: Program; onPick: (rule: Rule) => void }

/** Ready rules in the shop's words, each complete and under a key of its own; the last is a blank page. */
export function RuleGallery({ program, onPick }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const words = useProgramWords(program)
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('galleryHint')}</Text>
      {SECTIONS.map((section) => (
        <section key={section} aria-label={t(`section.${section}`)}>
          <h3 className={classes.title}>{t(`section.${section}`)}</h3>
          <ul className={classes.cards}>
            {READY.filter((one) => one.section === section).map((one) => {
              const rule = readyRule(one, words)
              return (
                rule && (
                  <Card
                    key={one.rule.id}
                    title={text(one.rule.name)}
                    about={text(one.about)}
                    onClick={() => onPick(rule)}
                  />
                )
              )
            })}
          </ul>
        </section>
      ))}
      <ul className={classes.cards}>
        <Card title={t('blank')} about={t('blankAbout')} onClick={() => onPick(blankRule())} />
      </ul>
    </Stack>
  )
}

function Card({ title, about, onClick }: { title: string; about: string; onClick: () => void }) {
  return (
    <li>
      <UnstyledButton className={classes.card} onClick={onClick}>
        <strong>{title}</strong>
        <small>{about}</small>
      </UnstyledButton>
    </li>
  )
}
