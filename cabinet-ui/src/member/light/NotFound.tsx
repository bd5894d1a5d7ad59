import { IconCardsFilled } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import { Message } from './Message'
import { Shell } from './Shell'
import { texts } from './texts'

export function NotFound() {
  const t = useTexts(texts)
  return (
    <Shell>
      <Message title={t('notFoundTitle')} text={t('notFoundText')} icon={<IconCardsFilled size={30} />} />
    </Shell>
  )
}
