import { Group, Text } from '@mantine/core'

/** Kartela's mark: a card with a K and a coin. */
export function Brand({ size = 28, name = true }: { size?: number; name?: boolean }) {
  return (
    <Group gap={10} wrap="nowrap">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect x="1" y="5" width="30" height="22" rx="5" fill="#0a7f50" />
        <path
          d="M9.5 11v10M9.5 17.2 15.6 11M12 14.9l4.2 6.1"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="23.5" cy="16" r="3" fill="#f4b942" />
      </svg>
      {name && (
        <Text fw={750} fz={size * 0.68} lh={1} style={{ letterSpacing: '-0.02em' }}>
          Kartela
        </Text>
      )}
    </Group>
  )
}
