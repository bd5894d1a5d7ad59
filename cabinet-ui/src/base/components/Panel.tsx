import { Box, type BoxProps, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = BoxProps & {
  id?: string
  title?: string
  hint?: string
  actions?: ReactNode
  children: ReactNode
  flush?: boolean
}

/** A surface with an optional heading; `flush` lets a table reach its edges. */
export function Panel({ title, hint, actions, children, flush = false, className, ...box }: Props) {
  return (
    <Box
      component="section"
      className={className ? `k-panel ${className}` : 'k-panel'}
      p={flush ? 0 : { base: 'md', sm: 'lg' }}
      {...box}
    >
      {(title || actions) && (
        <Group
          justify="space-between"
          align="center"
          mb="md"
          px={flush ? { base: 'md', sm: 'lg' } : 0}
          pt={flush ? { base: 'md', sm: 'lg' } : 0}
          gap="sm"
        >
          <div>
            {title && <Title order={2}>{title}</Title>}
            {hint && (
              <Text size="sm" c="dimmed">
                {hint}
              </Text>
            )}
          </div>
          {actions}
        </Group>
      )}
      {children}
    </Box>
  )
}
