import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { ApiError } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useTexts } from '@/base/i18n/texts'
import classes from './Identities.module.css'
import { texts } from './texts'

/** Why something is refused: each reason in a line of its own. */
export function Reasons({ error }: { error: unknown }) {
  const t = useTexts(texts)
  if (!(error instanceof ApiError) || error.fields.length === 0) return <ErrorNote error={error} />
  return <ReasonList title={t('refused')} reasons={error.fields.map((one) => one.detail)} />
}

export function ReasonList({ title, reasons }: { title: string; reasons: readonly string[] }) {
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title}>
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Alert>
  )
}
