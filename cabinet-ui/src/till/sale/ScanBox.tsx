import { ActionIcon, Button, Group, Kbd, TextInput, Tooltip } from '@mantine/core'
import { IconCamera, IconScan } from '@tabler/icons-react'
import { type FormEvent, type RefObject, useEffect, useState } from 'react'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import type { Till } from './useTill'

type Props = { till: Till; inputRef: RefObject<HTMLInputElement | null>; onCamera: () => void }

/** Where a code is typed by hand; scanners are heard everywhere (useWedge). */
export function ScanBox({ till, inputRef, onCamera }: Props) {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const memberId = till.sale.member?.memberId

  useEffect(() => {
    if (memberId) setText('')
    else inputRef.current?.focus()
  }, [memberId, inputRef])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim()) void till.identify(text.trim(), 'MANUAL')
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
          placeholder={t('scanPlaceholder')}
          size="lg"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          leftSection={<IconScan size={22} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
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
      {till.scanError && (
        <div style={{ marginTop: 12 }}>
          <ErrorNote error={till.scanError} />
        </div>
      )}
    </Panel>
  )
}
