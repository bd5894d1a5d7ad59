import { ColorInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { COMFORTABLE, isColor, lowestContrast, REFUSED } from '../document/contrast'
import type { ColorRole } from '../document/document'
import { facePath, inputId, useDesignForm, useValue } from '../document/form'
import classes from './Sections.module.css'
import { texts } from './texts'

const START: Record<ColorRole, string> = { background: '#0a5c3b', text: '#ffffff', label: '#cfe8dc' }

export function ColorsSection() {
  const t = useTexts(texts)
  return (
    <section aria-label={t('colors')}>
      <h3>{t('colors')}</h3>
      <Stack gap="md">
        <Color part="background" automatic="tier" />
        <Color part="text" automatic="auto" />
        <Color part="label" automatic="auto" />
      </Stack>
    </section>
  )
}

function Color({ part: role, automatic }: { part: ColorRole; automatic: 'tier' | 'auto' }) {
  const t = useTexts(texts)
  const { doc, tier, tiers } = useDesignForm()
  const path = [...facePath(tier), 'colors', role]
  const { value, set, error } = useValue<string>(path)
  const inherited = doc.colors?.[role] ?? automatic
  const mode = value === undefined ? (tier ? 'inherit' : 'auto') : value === automatic ? 'auto' : 'own'
  const name = t(`color.${role}`)
  const valid = useRef(isColor(value) ? value : START[role])
  function choose(next: string) {
    if (next === 'inherit') set(undefined)
    else if (next === 'auto') set(automatic)
    else set(isColor(inherited) ? inherited : START[role])
  }
  return (
    <div className={classes.color}>
      <Text component="div" fw={500} fz="sm">
        {name}
      </Text>
      <SegmentedControl
        aria-label={name}
        size="sm"
        value={mode}
        onChange={choose}
        data={[
          ...(tier ? [{ value: 'inherit', label: t('asForAll') }] : []),
          { value: 'auto', label: t(automatic === 'tier' ? 'tierColor' : 'autoColor') },
          { value: 'own', label: t('ownColor') },
        ]}
      />
      {mode === 'own' && (
        <ColorInput
          id={inputId(path)}
          aria-label={`${name}: ${t('ownColor')}`}
          value={value ?? ''}
          // Mantine's own mending knows what was typed a moment too late, and takes it back on a quick Tab.
          fixOnBlur={false}
          onBlur={() => !isColor(value) && set(valid.current)}
          onChange={(next) => {
            if (isColor(next)) valid.current = next
            set(next)
          }}
          error={error}
          format="hex"
          eyeDropperButtonProps={{ 'aria-label': t('eyeDropper') }}
          swatches={[...new Set(tiers.map((one) => one.color).filter(isColor))]}
        />
      )}
      {role !== 'background' && <Contrast part={role} />}
    </div>
  )
}

function Contrast({ part: role }: { part: 'text' | 'label' }) {
  const t = useTexts(texts)
  const { doc, tier, tiers } = useDesignForm()
  const ratio = lowestContrast(doc, tier, role, tiers)
  if (ratio === undefined || ratio >= COMFORTABLE) return null
  return (
    <Text role="status" fz="sm" className={classes.warning}>
      <IconAlertTriangle size={16} aria-hidden />
      {t(ratio < REFUSED ? 'contrastBad' : 'contrastLow', { ratio: ratio.toFixed(1) })}
    </Text>
  )
}
