import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Row } from './list'
import { texts } from './texts'

type Props = { made: Schemas['CardBatchMade']; printed: boolean; rows: Row[]; onClose: () => void }

const WHY = {
  INVALID: 'whyInvalid',
  CARD_TAKEN: 'whyTaken',
  CARD_LIKE_PHONE: 'whyPhone',
  MEMBER_NOT_FOUND: 'whyNobody',
  TOO_MANY_CARDS: 'whyTooMany',
} as const
const SHOWN = 20

/** What became of the list, line by line where it was not taken. */
export function Made({ made, printed, rows, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const shown = made.refusals.slice(0, SHOWN)
  return (
    <Dialog onClose={onClose} title={t('batchDone', { name: made.name })} size="lg">
      <Stack>
        <Text>{t('taken', { count: made.cards })}</Text>
        {made.attached > 0 && <Text>{t('attached', { count: made.attached })}</Text>}
        {made.refused > 0 && (
          <Alert color="honey" variant="light" title={t('refused', { count: made.refused })}>
            <List size="sm">
              {shown.map(({ row, code }) => (
                <List.Item key={row}>
                  {t('line', { row: f.number(row), number: rows[row - 1]?.number ?? '' })}{' '}
                  {t(WHY[code as keyof typeof WHY] ?? 'whyInvalid')}
                </List.Item>
              ))}
            </List>
            {made.refused > shown.length && (
              <Text size="sm">{t('andMore', { count: made.refused - shown.length })}</Text>
            )}
          </Alert>
        )}
        <Group justify="flex-end">
          {printed && (
            <Button
              component="a"
              href={`/api/v1/card-batches/${made.id}/cards.txt`}
              download
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t('download')}
            </Button>
          )}
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
