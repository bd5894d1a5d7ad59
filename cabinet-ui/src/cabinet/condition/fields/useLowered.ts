import type { NumberInputProps } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

const BELOW: NumberInputProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error']

/** A field that takes its most for what was typed above says so, until one types again. */
export function useLowered(max: number | undefined, words: 'most' | 'mostWhole') {
  const t = useTexts(texts)
  const [value, setValue] = useState<string | number>('')
  const [shown, show] = useState(false)
  return {
    lowered: shown && max !== undefined ? { description: t(words, { max }), inputWrapperOrder: BELOW } : {},
    left: () => show(max !== undefined && Number(value) > max),
    typed: (next: string | number) => {
      setValue(next)
      if (Number(next) !== max) show(false)
    },
    value,
  }
}
