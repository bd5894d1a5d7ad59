import { Group, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

type Props = { title: string; hint?: ReactNode; actions?: ReactNode; above?: ReactNode }

/** The page's only h1; also names the browser tab. */
export function PageHeader({ title, hint, actions, above }: Props) {
  useEffect(() => {
    document.title = `${title} · Kartela`
  }, [title])
  return (
    <header>
      {above}
      <Group justify="space-between" align="flex-end" gap="sm" mb="lg">
        <div>
          <Title order={1}>{title}</Title>
          {hint && (
            <Text c="dimmed" mt={4} component="div">
              {hint}
            </Text>
          )}
        </div>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
    </header>
  )
}
