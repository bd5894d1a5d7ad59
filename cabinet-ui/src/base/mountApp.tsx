import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from './components/ErrorBoundary'
import { createQueryClient } from './queryClient'
import { cssVariables, theme } from './theme/theme'

/** Starts a page: theme, queries, toasts and the last-resort error screen around the given application. */
export function mountApp(app: ReactNode) {
  const root = document.getElementById('root')
  if (!root) throw new Error('no #root in the document')
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <QueryClientProvider client={createQueryClient()}>
          <Notifications position="top-right" autoClose={5000} />
          <ErrorBoundary>{app}</ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
