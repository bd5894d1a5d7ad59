import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText } from '@/base/i18n/texts'

type Props = { parts: ReadonlyArray<Schemas['EarnedPart']> | undefined; sign: 1 | -1; className?: string }

/** What the sum is made of, by name; nothing when it is the accrual alone. */
export function EarnedParts({ parts, sign, className }: Props) {
  const f = useFormat()
  const text = useLocalText()
  if (!parts?.some((part) => part.kind === 'GIFT')) return null
  return (
    <>
      {parts.map((part) => (
        <div key={`${part.kind}${part.ruleId ?? ''}`} className={className} data-part>
          <dt>{text(part.name)}</dt>
          <dd>{f.signedBonus(sign * part.amount)}</dd>
        </div>
      ))}
    </>
  )
}
