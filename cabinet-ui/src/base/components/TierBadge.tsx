import { Badge } from '@mantine/core'
import type { Schemas } from '../api/client'
import { useLocalText } from '../i18n/texts'

type Props = { tier: Pick<Schemas['Tier'], 'name' | 'color'>; size?: 'sm' | 'md' | 'lg' | 'xl' }

/** The tier's colour is the shop's choice and may be any, so it is a dot and never the text. */
export function TierBadge({ tier, size = 'md' }: Props) {
  const text = useLocalText()
  return (
    <Badge
      size={size}
      variant="default"
      leftSection={
        <span
          aria-hidden
          style={{
            display: 'block',
            width: '0.75em',
            height: '0.75em',
            borderRadius: '50%',
            background: tier.color ?? 'var(--k-muted)',
            boxShadow: '0 0 0 1px var(--k-line-strong)',
          }}
        />
      }
    >
      {text(tier.name)}
    </Badge>
  )
}
