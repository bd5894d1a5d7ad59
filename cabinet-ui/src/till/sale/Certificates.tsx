import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconGift, IconX } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import classes from './PromoCodes.module.css'
import { MAX_CODES } from './sale'
import { texts } from './texts'
import { certificateCode, type Till } from './useTill'

/** The field for gift certificates: with the cursor in it a reader's barcode is one. */
export const CERTIFICATE = 'certificate-code'

/** Gift certificates that pay the receipt: typed or read here, each with what it pays or why nothing. */
export function Certificates({ till }: { till: Till }) {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const { certificates } = till.sale

  function add(event: FormEvent) {
    event.preventDefault()
    till.dispatch({ type: 'certificate', code: certificateCode(text) ?? text })
    setText('')
  }
  return (
    <Stack gap="xs">
      <form onSubmit={add}>
        <Group gap="xs" align="end" wrap="nowrap">
          <TextInput
            id={CERTIFICATE}
            flex={1}
            label={t('certificate')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
            enterKeyHint="done"
            disabled={certificates.length >= MAX_CODES}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={text.trim() === ''}>
            {t('promoAdd')}
          </Button>
        </Group>
      </form>
      {certificates.length > 0 && (
        <ul className={classes.codes} aria-label={t('certificates')}>
          {certificates.map((code, i) => (
            <One key={code} code={code} answer={till.quote?.certificates?.[i]} till={till} />
          ))}
        </ul>
      )}
    </Stack>
  )
}

type Answer = Schemas['ShownCertificate'] | undefined

function One({ code, answer, till }: { code: string; answer: Answer; till: Till }) {
  const t = useTexts(texts)
  const bad = answer !== undefined && !answer.honoured
  return (
    <li className={classes.code} data-bad={bad || undefined}>
      {bad ? <IconAlertTriangle size={18} aria-hidden /> : <IconGift size={18} aria-hidden />}
      <div className={classes.words}>
        <Text span fw={650} className={classes.text}>
          {code}
        </Text>
        <Says answer={answer} till={till} />
      </div>
      <ActionIcon
        variant="subtle"
        aria-label={t('certificateRemove', { code })}
        onClick={() => till.dispatch({ type: 'uncertificate', code })}
      >
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}

function Says({ answer, till }: { answer: Answer; till: Till }) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  if (till.offline) return <Text size="sm">{t('certificateOffline')}</Text>
  if (!answer) return null
  return (
    <Text size="sm" role={answer.honoured ? undefined : 'alert'}>
      {answer.honoured
        ? t('certificatePays', { paid: f.money(answer.paid), rest: f.money(answer.rest ?? 0) })
        : text(answer.text)}
    </Text>
  )
}
