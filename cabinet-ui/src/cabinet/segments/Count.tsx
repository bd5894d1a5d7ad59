import { Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { type Question, useSegmentCount } from '@/base/api/queries/segments'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './Segments.module.css'
import { texts } from './texts'

/** How many a condition means, while it is put together. */
export function LiveCount({ question }: { question: Question }) {
  const t = useTexts(texts)
  const { data, error, isPlaceholderData } = useSegmentCount(question)
  const stale = isPlaceholderData || Boolean(error)
  return (
    <div className={classes.count} role="status" style={{ opacity: stale ? 0.6 : 1 }}>
      <IconUsers size={24} aria-hidden />
      <div>
        <Text fw={700}>{error ? t('notCounted') : data ? t('members', { count: data.members }) : t('counting')}</Text>
        {data && !error && data.children + data.blocked > 0 && (
          <Text size="sm">
            {t('noOffers', {
              what: [
                data.children > 0 && t('children', { count: data.children }),
                data.blocked > 0 && t('blocked', { count: data.blocked }),
              ]
                .filter(Boolean)
                .join(', '),
            })}
          </Text>
        )}
      </div>
    </div>
  )
}

/** The same as a number in a list. */
export function Count({ segmentId }: { segmentId: string }) {
  const f = useFormat()
  const { data, error } = useSegmentCount({ segmentId })
  return <span className="k-number">{data ? f.number(data.members) : error ? '—' : '…'}</span>
}
