import { ActionIcon, Alert, Button, Group, Kbd, TextInput, Tooltip } from '@mantine/core'
import { IconCamera, IconScan, IconUserPlus } from '@tabler/icons-react'
import { type FormEvent, type RefObject, useEffect, useState } from 'react'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { formatPhone } from '@/base/format/format'
import { useTexts } from '@/base/i18n/texts'
import { FoundMembers } from './FoundMembers'
import { unknownPhone } from './phone'
import { texts } from './texts'
import type { Till } from './useTill'

type Props = {
  till: Till
  /** Whether the shop lets customers be searched for by name and the end of the phone. */
  search: boolean
  inputRef: RefObject<HTMLInputElement | null>
  onCamera: () => void
  onSignUp: (phone: string) => void
}

/** Where a code is typed by hand; scanners are heard everywhere (useWedge). */
export function ScanBox({ till, search, inputRef, onCamera, onSignUp }: Props) {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const memberId = till.sale.member?.memberId
  const phone = unknownPhone(text, till.scanError)

  useEffect(() => {
    if (memberId) setText('')
    else inputRef.current?.focus()
  }, [memberId, inputRef])

  function change(next: string) {
    setText(next)
    till.forgetScan()
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim()) void till.lookFor(text.trim(), search)
  }

  return (
    <Panel>
      <form onSubmit={submit}>
        <TextInput
          ref={inputRef}
          label={
            <>
              {t('scanLabel')} <Kbd visibleFrom="md">F2</Kbd>
            </>
          }
          placeholder={t(search ? 'searchPlaceholder' : 'scanPlaceholder')}
          size="lg"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          leftSection={<IconScan size={22} aria-hidden />}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && change('')}
        />
        <Group mt="sm" gap="sm" wrap="nowrap">
          <Button type="submit" flex={1} size="md" loading={till.scanning}>
            {t('find')}
          </Button>
          <Tooltip label={t('camera')}>
            <ActionIcon size={42} variant="default" aria-label={t('camera')} onClick={onCamera}>
              <IconCamera size={22} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </form>
      {till.candidates && <FoundMembers found={till.candidates} onChoose={till.choose} />}
      {till.scanError && (
        <div style={{ marginTop: 12 }}>
          {phone ? <NobodyYet phone={phone} onSignUp={onSignUp} /> : <ErrorNote error={till.scanError} />}
        </div>
      )}
    </Panel>
  )
}

/** A number without a card is no failure but a new customer. */
function NobodyYet({ phone, onSignUp }: { phone: string; onSignUp: (phone: string) => void }) {
  const t = useTexts(texts)
  return (
    <Alert role="alert" color="honey" variant="light" title={t('phoneUnknown')}>
      <Button
        leftSection={<IconUserPlus size={18} aria-hidden />}
        onClick={() => onSignUp(phone)}
        fullWidth
        h="auto"
        mih={42}
        py={8}
        styles={{ label: { whiteSpace: 'normal' } }}
      >
        {t('signUpPhone', { phone: formatPhone(phone) })}
      </Button>
    </Alert>
  )
}
