import { ActionIcon, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import classes from './CopyLine.module.css'
import { texts } from './texts'

/** A value to carry over to another page, in little space. */
export function CopyLine({ label, value }: { label: string; value: string }) {
  const t = useTexts(texts)
  return (
    <div className={classes.line}>
      <div>
        <span className={classes.label}>{label}</span>
        <code>{value}</code>
      </div>
      <CopyButton value={value} timeout={2500}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="default"
            size={34}
            onClick={copy}
            aria-label={copied ? t('copied') : t('copyWhat', { what: label })}
          >
            {copied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </div>
  )
}
