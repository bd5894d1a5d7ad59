import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { translate, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './variantTexts'

/** As the service writes it behind every text. */
export function tailOf(shop: string, token: string): string {
  return translate(texts.tail, 'ru', { shop, token })
}

type Props = { value: string; onChange: (erid: string) => void }

/** The token of labelled advertising; asked for only where somebody has one. */
export function EridField({ value, onChange }: Props) {
  const t = useTexts(texts)
  const { merchantName } = useCurrentSession()
  const [opened, open] = useState(value !== '')
  if (!opened) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => open(true)}
      >
        {t('erid')}
      </Button>
    )
  }
  return (
    <TextInput
      mt="sm"
      label={t('erid')}
      description={t('eridHint', { tail: tailOf(merchantName, value.trim() || '…') })}
      maxLength={64}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={!/^[A-Za-z0-9_-]*$/.test(value.trim()) && t('eridWrong')}
    />
  )
}
