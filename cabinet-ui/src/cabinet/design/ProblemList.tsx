import { Alert, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import classes from './Design.module.css'
import { placeOf } from './document/document'
import type { Problems } from './document/form'
import { texts } from './texts'

const SHOWN = 5

type Props = { problems: Problems; onGo: (path: string) => void; warning?: boolean }

/** What the service has against the document, or warns of; each line leads to its place. */
export function ProblemList({ problems, onGo, warning = false }: Props) {
  const t = useTexts(texts)
  if (problems.length === 0) return null
  return (
    <Alert
      color={warning ? 'yellow' : 'red'}
      variant="light"
      mb="md"
      role="status"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(warning ? 'warnings' : 'problems', { count: problems.length })}
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
