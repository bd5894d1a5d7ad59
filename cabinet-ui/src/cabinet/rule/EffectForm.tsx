import { Select, Stack } from '@mantine/core'
import { useRef } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { type FormProps, said, under } from '../condition/kind'
import { type Effect, type Rule, withEffect } from './document/rule'
import { PHASES } from './effects/effect'
import { EFFECTS, effectKind } from './effects/kinds'
import { texts as effectTexts } from './effects/texts'
import classes from './Rule.module.css'
import { texts } from './texts'

/** What a rule gives. */
export function EffectForm({ value, onChange, problems: all, words }: FormProps<Rule>) {
  const t = useTexts(texts)
  const problems = under(all, '/then')
  const kind = effectKind(value.then.type)
  const choose = useChosenBefore(value, onChange)
  const own = problems.filter((one) => one.pointer === '' || one.pointer === '/type')
  return (
    <section>
      <h3 className={classes.title}>{t('what')}</h3>
      <Stack gap="sm">
        <Select
          label={t('effect')}
          maw={430}
          searchable={false}
          value={kind ? value.then.type : null}
          placeholder={kind ? undefined : t('unknownEffect')}
          description={kind ? undefined : t('unknownEffectHint')}
          data={PHASES.map((phase) => ({
            group: words.say(effectTexts[`phase.${phase}`]),
            items: EFFECTS.filter((one) => one.phase === phase).map((one) => ({
              value: one.type,
              label: words.say(one.label),
            })),
          }))}
          onChange={(next) => next && next !== value.then.type && choose(next)}
          error={said(own, '', words)}
        />
        {kind && (
          <kind.Form
            key={kind.type}
            value={value.then}
            onChange={(effect: Effect) => onChange(withEffect(value, effect))}
            problems={problems}
            words={words}
          />
        )}
      </Stack>
    </section>
  )
}

/** Another effect begins with the goods of the one before; who comes back finds what was there. */
function useChosenBefore(value: Rule, onChange: (value: Rule) => void) {
  const before = useRef(new Map<string, Effect>())
  return (type: string) => {
    before.current.set(value.then.type, value.then)
    const kind = effectKind(type)
    if (!kind) return
    const fresh: Effect = before.current.get(type) ?? kind.empty()
    const effect = kind.phase !== 'GRANT' && value.then.goods ? { ...fresh, goods: value.then.goods } : fresh
    // Stamps are counted under a key; the rule's own is nobody else's.
    onChange(withEffect(value, 'counter' in effect ? { ...effect, counter: effect.counter || value.id } : effect))
  }
}
