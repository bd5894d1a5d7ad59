import { Alert, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import classes from './Design.module.css'
import { placeOf } from './document'
import type { Problems } from './form'
import { texts } from './texts'

const SHOWN = 5

/** What the service has against the document; each line leads to its place. */
export function ProblemList({ problems, onGo }: { problems: Problems; onGo: (path: string) => void }) {
  const t = useTexts(texts)
  if (problems.length === 0) return null
  return (
    <Alert
      color="red"
      variant="light"
      mb="md"
      role="status"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('problems', { count: problems.length })}
    >
      <ul className={classes.problems}>
        {problems.slice(0, SHOWN).map((one) => (
          <li key={`${one.path} ${one.text}`}>
            <UnstyledButton className={classes.problem} onClick={() => onGo(one.path)}>
              {t(`tab.${placeOf(one.path).tab}`)}: {one.text}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
