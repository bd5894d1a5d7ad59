import { Alert, Group, Text } from '@mantine/core'
import { IconMessageStar } from '@tabler/icons-react'
import { useReviewAttention } from '@/base/api/queries/reviews'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import { texts } from './alertTexts'

/** On the overview: reviews that need somebody. */
export function ReviewAlert() {
  const t = useTexts(texts)
  const { data } = useReviewAttention()
  if (!data || data.bad + data.late === 0) return null
  return (
    <Alert
      role="status"
      mb="md"
      color="honey"
      variant="light"
      icon={<IconMessageStar aria-hidden />}
      title={t('title')}
    >
      <Group justify="space-between" gap="sm">
        <div>
          {data.bad > 0 && <Text fz="sm">{t('bad', { count: data.bad })}</Text>}
          {data.late > 0 && <Text fz="sm">{t('late', { count: data.late })}</Text>}
        </div>
        <ButtonLink
          size="xs"
          variant="default"
          to="/reviews"
          search={data.bad > 0 ? { score: 'BAD', status: 'NEW' } : { late: true }}
        >
          {t('open')}
        </ButtonLink>
      </Group>
    </Alert>
  )
}
