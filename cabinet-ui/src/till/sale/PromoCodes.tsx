import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './PromoCodes.module.css'
import { MAX_CODES } from './sale'
import { texts } from './texts'
import type { Till } from './useTill'

/** The field for promo codes: with the cursor in it a reader's barcode is one. */
export const PROMO_CODE = 'promo-code'

/** Promo codes of the receipt: typed or read here, each with what it does or why nothing. */
export function PromoCodes({ till }: { till: Till }) {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const { codes } = till.sale

  function add(event: FormEvent) {
    event.preventDefault()
    till.dispatch({ type: 'code', code: text })
    setText('')
  }
  return (
    <Stack gap="xs">
      <form onSubmit={add}>
        <Group gap="xs" align="end" wrap="nowrap">
          <TextInput
            id={PROMO_CODE}
            flex={1}
            label={t('promoCode')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            enterKeyHint="done"
            disabled={codes.length >= MAX_CODES}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            {t('promoAdd')}
          </Button>
        </Group>
      </form>
      {codes.length > 0 && (
        <ul className={classes.codes} aria-label={t('promoCodes')}>
          {codes.map((code) => (
            <Code key={code} code={code} till={till} />
          ))}
        </ul>
      )}
    </Stack>
  )
}

function Code({ code, till }: { code: string; till: Till }) {
  const t = useTexts(texts)
  const answer = till.quote?.codes?.find((one) => one.code === code)
  const bad = answer !== undefined && !answer.honoured
  return (
    <li className={classes.code} data-bad={bad || undefined}>
      {bad ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
      <div className={classes.words}>
        <Text span fw={650} className={classes.text}>
          {code}
        </Text>
        <Says answer={answer} offline={till.offline} />
      </div>
      <ActionIcon
        variant="subtle"
        aria-label={t('promoRemove', { code })}
        onClick={() => till.dispatch({ type: 'uncode', code })}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}

function Says({ answer, offline }: { answer: Schemas['ShownPromoCode'] | undefined; offline: boolean }) {
  const t = useTexts(texts)
  const text = useLocalText()
  if (offline) return <Text size="sm">{t('promoOffline')}</Text>
  if (!answer) return null
  return (
    <Text size="sm" role={answer.honoured ? undefined : 'alert'}>
      {answer.honoured ? t('promoGood', { name: text(answer.name) }) : text(answer.text)}
    </Text>
  )
}
