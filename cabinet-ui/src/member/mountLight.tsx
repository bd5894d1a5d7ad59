import '@/base/theme/base.css'
import './light/light.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '@/base/queryClient'
import { PageBoundary } from './light/PageBoundary'
import { applyScheme } from './light/scheme'
import { applyTokens } from './light/tokens'

/**
 * Starts the member's pages. They open on any phone over any network, so they bring no component library: only React, the
 * queries and the design tokens that the other pages use too.
 */
export function mountLight(app: ReactNode) {
  const root = document.getElementById('root')
  if (!root) throw new Error('no #root in the document')
  applyTokens()
  applyScheme()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <PageBoundary>{app}</PageBoundary>
      </QueryClientProvider>
    </StrictMode>,
  )
}
