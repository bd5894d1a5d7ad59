import { Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Props = { icon: Icon; title: string; text?: string; action?: ReactNode }

/** Nothing here yet: says so and offers the next step. */
export function EmptyState({ icon: Glyph, title, text, action }: Props) {
  return (
    <Stack align="center" gap="sm" py={{ base: 'md', sm: 40 }} px="md">
      <ThemeIcon size={56} radius="xl" variant="light">
        <Glyph size={28} stroke={1.6} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h3" ta="center">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" ta="center" maw={380}>
          {text}
        </Text>
      )}
      {action}
    </Stack>
  )
}
