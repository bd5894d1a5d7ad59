import { Button, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

/** The last resort: a page that broke says so and offers to reload. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}

export function BrokenPage() {
  const t = useTexts(texts)
  return (
    <Stack align="center" justify="center" mih="60vh" p="lg" role="alert">
      <Title order={1}>{t('errorTitle')}</Title>
      <Text c="dimmed" ta="center" maw={420}>
        {t('errorUnknown')}
      </Text>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </Stack>
  )
}
