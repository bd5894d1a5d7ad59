import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/base.css'
import { MantineProvider, mergeThemeOverrides, PasswordInput } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from './components/ErrorBoundary'
import { useTexts } from './i18n/texts'
import { createQueryClient } from './queryClient'
import { texts } from './texts'
import { cssVariables, theme } from './theme/theme'

/** Starts a page: theme, queries, toasts and the last-resort error screen around the given application. */
export function mountApp(app: ReactNode) {
  const root = document.getElementById('root')
  if (!root) throw new Error('no #root in the document')
  createRoot(root).render(
    <StrictMode>
      <Themed>
        <QueryClientProvider client={createQueryClient()}>
          <Notifications position="top-right" autoClose={5000} />
          <ErrorBoundary>{app}</ErrorBoundary>
        </QueryClientProvider>
      </Themed>
    </StrictMode>,
  )
}

/** The theme, with what the library itself says aloud in the reader's language. */
function Themed({ children }: { children: ReactNode }) {
  const t = useTexts(texts)
  const spoken = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: {
          PasswordInput: PasswordInput.extend({
            defaultProps: { radius: 'md', visibilityToggleButtonProps: { 'aria-label': t('showPassword') } },
          }),
        },
      }),
    [t],
  )
  return (
    <MantineProvider theme={spoken} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  )
}
