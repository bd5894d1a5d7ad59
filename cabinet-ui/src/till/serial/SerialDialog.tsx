import { Alert, Badge, Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { BAUD_RATES, type SerialReader, type SerialState } from './SerialReader'
import { texts } from './texts'

const COLOURS: Record<SerialState, string> = { off: 'gray', opening: 'gray', on: 'pine', lost: 'honey', refused: 'red' }

type Props = { reader: SerialReader; state: SerialState; onClose: () => void }

/** Which port and how fast; the rest happens by itself. */
export function SerialDialog({ reader, state, onClose }: Props) {
  const t = useTexts(texts)
  const [baudRate, setBaudRate] = useState(reader.baudRate)
  const [failed, setFailed] = useState(false)

  async function choose() {
    setFailed(false)
    try {
      await reader.choose(baudRate)
    } catch {
      setFailed(true)
    }
  }

  return (
    <Dialog onClose={onClose} title={t('title')} size="sm">
      <Stack>
        <Text size="sm">{t('text')}</Text>
        <div role="status">
          <Badge color={COLOURS[state]} h="auto" py={4} styles={{ label: { whiteSpace: 'normal' } }}>
            {t(`state.${state}`)}
          </Badge>
        </div>
        <Select
          label={t('baud')}
          value={String(baudRate)}
          data={BAUD_RATES.map(String)}
          onChange={(value) => value && setBaudRate(Number(value))}
        />
        {failed && (
          <Alert color="red" role="alert">
            {t('failed')}
          </Alert>
        )}
        <Group grow>
          <Button leftSection={<IconUsb size={18} aria-hidden />} onClick={() => void choose()} data-autofocus>
            {t('choose')}
          </Button>
          {state !== 'off' && (
            <Button variant="default" onClick={() => void reader.forget()}>
              {t('forget')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
