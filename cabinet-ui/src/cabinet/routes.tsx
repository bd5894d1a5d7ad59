import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { z } from 'zod'
import { BrokenPage } from '@/base/components/ErrorBoundary'
import { CabinetLayout } from './layout/CabinetLayout'
import { NotFound } from './layout/NotFound'
import { SignInPage } from './signin/SignInPage'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: BrokenPage })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: z.object({ next: z.string().startsWith('/').optional().catch(undefined) }),
})

/** Everything that needs a session. */
const cabinet = createRoute({ getParentRoute: () => root, id: 'cabinet', component: CabinetLayout })

const dashboard = createRoute({
  getParentRoute: () => cabinet,
  path: '/',
  component: lazyRouteComponent(() => import('./dashboard/DashboardPage')),
})

const members = createRoute({
  getParentRoute: () => cabinet,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/MembersPage')),
  validateSearch: z.object({
    q: z.string().max(100).optional().catch(undefined),
    tier: z.string().optional().catch(undefined),
    sort: z.enum(['created', 'name', 'balance', 'spent', 'lastPurchase']).optional().catch(undefined),
  }),
})

const member = createRoute({
  getParentRoute: () => cabinet,
  path: '/members/$memberId',
  component: lazyRouteComponent(() => import('./members/MemberPage')),
})

const campaigns = createRoute({
  getParentRoute: () => cabinet,
  path: '/campaigns',
  component: lazyRouteComponent(() => import('./campaigns/CampaignsPage')),
})

const newCampaign = createRoute({
  getParentRoute: () => cabinet,
  path: '/campaigns/new',
  component: lazyRouteComponent(() => import('./campaigns/NewCampaignPage')),
  validateSearch: z.object({ tier: z.string().optional().catch(undefined) }),
})

const campaign = createRoute({
  getParentRoute: () => cabinet,
  path: '/campaigns/$campaignId',
  component: lazyRouteComponent(() => import('./campaigns/CampaignPage')),
})

const stores = createRoute({
  getParentRoute: () => cabinet,
  path: '/stores',
  component: lazyRouteComponent(() => import('./stores/StoresPage')),
})

const plastic = createRoute({
  getParentRoute: () => cabinet,
  path: '/plastic',
  component: lazyRouteComponent(() => import('./plastic/BatchesPage')),
})

const program = createRoute({
  getParentRoute: () => cabinet,
  path: '/program',
  component: lazyRouteComponent(() => import('./program/ProgramPage')),
})

const design = createRoute({
  getParentRoute: () => cabinet,
  path: '/design',
  component: lazyRouteComponent(() => import('./design/DesignPage')),
})

const identities = createRoute({
  getParentRoute: () => cabinet,
  path: '/identities',
  component: lazyRouteComponent(() => import('./identities/IdentitiesPage')),
})

const joinLink = createRoute({
  getParentRoute: () => cabinet,
  path: '/join-link',
  component: lazyRouteComponent(() => import('./joinLink/JoinLinkPage')),
})

const tree = root.addChildren([
  signIn,
  cabinet.addChildren([
    dashboard,
    members,
    member,
    campaigns,
    newCampaign,
    campaign,
    stores,
    plastic,
    program,
    design,
    identities,
    joinLink,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/cabinet',
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
