import { Button, Checkbox, SegmentedControl, Skeleton, Stack } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { type PrintedLanguage, printUrl, SHEETS, type Sheet } from '@/base/api/queries/print'
import { Panel } from '@/base/components/Panel'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import classes from './PrintPanel.module.css'
import { texts } from './texts'

/** Sheets to print: chosen, seen as they will be, downloaded. Their language is the customers', not the cabinet's. */
export function PrintPanel() {
  const t = useTexts(texts)
  const [sheet, setSheet] = useState<Sheet>('POSTER_A4')
  const [lang, setLang] = useState<PrintedLanguage>(useLocale())
  const [marks, setMarks] = useState(false)
  const picture = printUrl({ sheet, lang, marks, format: 'png' })
  const [drawn, setDrawn] = useState('')
  return (
    <Panel mt="md" title={t('print')} hint={t('printHint')}>
      <div className={classes.sides}>
        <Stack gap="md" className={classes.choice}>
          <SegmentedControl
            aria-label={t('sheet')}
            orientation="vertical"
            fullWidth
            value={sheet}
            onChange={(value) => setSheet(value as Sheet)}
            data={SHEETS.map((value) => ({ value, label: t(`sheet.${value}`) }))}
          />
          <SegmentedControl
            aria-label={t('posterLanguage')}
            fullWidth
            value={lang}
            onChange={(value) => setLang(value as PrintedLanguage)}
            data={(['ru', 'en', 'both'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          />
          <Checkbox
            label={t('marks')}
            description={t('marksHint')}
            checked={marks}
            onChange={(event) => setMarks(event.currentTarget.checked)}
          />
          <Button
            component="a"
            href={printUrl({ sheet, lang, marks })}
            download
            leftSection={<IconFileDownload size={18} aria-hidden />}
          >
            {t('download')}
          </Button>
        </Stack>
        <Skeleton visible={drawn !== picture} radius={6}>
          <img
            className={classes.sheet}
            data-marks={marks || undefined}
            src={picture}
            alt={t('seen', { sheet: t(`sheet.${sheet}`) })}
            width={800}
            height={1131}
            onLoad={() => setDrawn(picture)}
          />
        </Skeleton>
      </div>
    </Panel>
  )
}
