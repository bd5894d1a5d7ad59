import { Button, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type Import, remarksUrl } from '@/base/api/queries/imports'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { type Column, DataTable } from '@/base/list/DataTable'
import { texts } from './texts'

type Remark = Import['result']['remarks'][number]

/** What is said of single rows; all of it is in a file that can be mended and brought again. */
export function Remarks({ one }: { one: Import }) {
  const t = useTexts(texts)
  const f = useFormat()
  const local = useLocalText()
  const lang = useLocale()
  const { remarks, more } = one.result
  if (remarks.length === 0) return null
  const text = (remark: Remark) => (remark.wrong ? local(remark.text) : `${local(remark.text)} (${t('taken')})`)
  const columns: ReadonlyArray<Column<Remark>> = [
    { id: 'row', header: t('row'), width: 110, cell: (remark) => f.number(remark.row) },
    { id: 'reason', header: t('reason'), cell: text },
  ]
  return (
    <Panel
      flush
      title={t('remarks')}
      hint={more ? t('more') : undefined}
      actions={
        <Button
          component="a"
          variant="default"
          href={remarksUrl(one.id, lang)}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('download')}
        </Button>
      }
    >
      <DataTable
        label={t('remarks')}
        columns={columns}
        rows={remarks}
        rowKey={(remark) => String(remark.row)}
        empty={null}
        mobile={(remark) => (
          <>
            <Text size="sm" c="dimmed">
              {t('row')} {f.number(remark.row)}
            </Text>
            <Text>{text(remark)}</Text>
          </>
        )}
      />
    </Panel>
  )
}
