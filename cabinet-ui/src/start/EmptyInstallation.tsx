import { Button, Code, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Panel } from '@/base/components/Panel'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** Nothing in the database: where to go on, and with what. */
export function EmptyInstallation() {
  const t = useTexts(texts)
  return (
    <Panel title={t('emptyTitle')}>
      <Text maw={640}>{t('emptyText')}</Text>
      <Code block my="sm" style={{ maxWidth: 640, whiteSpace: 'pre-wrap' }}>
        ./run --config kartela.properties --new-operator-key
      </Code>
      <Button component="a" href="/cabinet/operator" rightSection={<IconArrowRight size={18} aria-hidden />}>
        {t('emptyGo')}
      </Button>
    </Panel>
  )
}
