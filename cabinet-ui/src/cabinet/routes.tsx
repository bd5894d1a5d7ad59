import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense } from 'react'
import { z } from 'zod'
import { BrokenPage } from '@/base/components/ErrorBoundary'
import { campaignSearch } from './campaigns/search'
import { CabinetLayout } from './layout/CabinetLayout'
import { LeaveGuard } from './layout/LeaveGuard'
import { NotFound } from './layout/NotFound'
import {
  auditSearch,
  certificatesSearch,
  figuresSearch,
  goodsSearch,
  membersSearch,
  periodSearch,
  reviewsSearch,
} from './searches'
import { SignInPage } from './signin/SignInPage'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: BrokenPage })

function Root() {
  return (
    <>
      <Outlet />
      <LeaveGuard />
    </>
  )
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: z.object({ next: z.string().startsWith('/').optional().catch(undefined) }),
})

const forgot = door('/forgot', () => import('./signin/ForgotPage'))
const invitation = door('/invitation', () => import('./invitation/InvitationPage'))
/** A page for whoever is not signed in. */
function door<const Path extends string>(path: Path, load: () => Promise<{ default: ComponentType }>) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) })
}

/** Above the shops: whoever has the operator's key. */
const operator = createRoute({
  getParentRoute: () => root,
  path: '/operator',
  component: lazyRouteComponent(() => import('./operator/OperatorLayout')),
})

const merchants = createRoute({
  getParentRoute: () => operator,
  path: '/',
  component: lazyRouteComponent(() => import('./operator/MerchantsPage')),
  validateSearch: z.object({
    q: z.coerce.string().max(100).optional().catch(undefined),
    state: z.enum(['OPEN', 'CLOSED']).optional().catch(undefined),
  }),
})

const newMerchant = createRoute({
  getParentRoute: () => operator,
  path: '/new',
  component: lazyRouteComponent(() => import('./operator/NewMerchantPage')),
})
const operatorAudit = createRoute({
  getParentRoute: () => operator,
  path: '/audit',
  component: lazyRouteComponent(() => import('./operator/AuditPage')),
})

/** Everything that needs a session. */
const cabinet = createRoute({ getParentRoute: () => root, id: 'cabinet', component: Cabinet })

const SetUpPage = lazy(() => import('./secondFactor/SetUpPage'))

function Cabinet() {
  return (
    <CabinetLayout
      setUp={
        <Suspense>
          <SetUpPage />
        </Suspense>
      }
    />
  )
}

const dashboard = page('/', () => import('./dashboard/DashboardPage'))

/** A page that is loaded when somebody goes there; one that keeps what it shows in its address is written out below. */
function page<const Path extends string>(path: Path, load: () => Promise<{ default: ComponentType }>) {
  return createRoute({ getParentRoute: () => cabinet, path, component: lazyRouteComponent(load) })
}

/** The same that keeps something in its address. */
function searched<const Path extends string, Search extends z.ZodObject>(
  path: Path,
  validateSearch: Search,
  load: () => Promise<{ default: ComponentType }>,
) {
  return createRoute({ getParentRoute: () => cabinet, path, component: lazyRouteComponent(load), validateSearch })
}

const members = searched('/members', membersSearch, () => import('./members/MembersPage'))

/** Which import is looked at stands in the address: it can be left and found again. */
const oneImport = z.object({ id: z.coerce.string().optional().catch(undefined) })

const membersImport = searched('/members/import', oneImport, () => import('./imports/MembersImportPage'))
const goodsImport = searched('/goods/import', oneImport, () => import('./imports/GoodsImportPage'))
const member = page('/members/$memberId', () => import('./members/MemberPage'))
const campaigns = page('/campaigns', () => import('./campaigns/CampaignsPage'))
const newCampaign = searched('/campaigns/new', campaignSearch, () => import('./campaigns/NewCampaignPage'))
const campaign = page('/campaigns/$campaignId', () => import('./campaigns/CampaignPage'))
const automations = page('/automations', () => import('./automations/AutomationsPage'))
const newAutomation = page('/automations/new/$kind', () => import('./automations/NewAutomationPage'))
const automation = page('/automations/$automationId', () => import('./automations/AutomationPage'))
const friends = page('/friends', () => import('./friends/FriendsPage'))
const promoCodes = searched(
  '/promo-codes',
  z.object({ q: z.coerce.string().max(100).optional().catch(undefined) }),
  () => import('./promo/PromoPage'),
)
const certificates = searched('/certificates', certificatesSearch, () => import('./certificates/CertificatesPage'))
const certificateKinds = page('/certificates/kinds', () => import('./certificates/KindsPage'))
const certificateReport = searched('/certificates/report', periodSearch, () => import('./certificates/ReportPage'))
const certificate = page('/certificates/$certificateId', () => import('./certificates/CertificatePage'))
const newPromo = page('/promo-codes/new', () => import('./promo/NewPromoPage'))
const editPromo = page('/promo-codes/$setId/edit', () => import('./promo/EditPromoPage'))
const promoSet = page('/promo-codes/$setId', () => import('./promo/PromoSetPage'))
const segments = page('/segments', () => import('./segments/SegmentsPage'))
const rfm = page('/segments/rfm', () => import('./segments/rfm/RfmPage'))
const newSegment = page('/segments/new', () => import('./segments/NewSegmentPage'))
const segment = page('/segments/$segmentId', () => import('./segments/SegmentPage'))
const stores = page('/stores', () => import('./stores/StoresPage'))
const plastic = page('/plastic', () => import('./plastic/BatchesPage'))
const program = page('/program', () => import('./program/ProgramPage'))
const programDraft = page('/program/draft', () => import('./program/DraftPage'))
const goods = searched('/goods', goodsSearch, () => import('./goods/GoodsPage'))

const programWhatIf = searched(
  '/program/draft/what-if',
  z.object({ run: z.coerce.string().optional().catch(undefined) }),
  () => import('./program/WhatIfPage'),
)
const design = page('/design', () => import('./design/DesignPage'))
const identities = page('/identities', () => import('./identities/IdentitiesPage'))
const channels = page('/channels', () => import('./channels/ChannelsPage'))
const joinLink = page('/join-link', () => import('./joinLink/JoinLinkPage'))
const settings = page('/settings', () => import('./settings/SettingsPage'))
const staff = page('/staff', () => import('./staff/StaffPage'))

const audit = searched('/audit', auditSearch, () => import('./audit/AuditPage'))

const reviews = searched('/reviews', reviewsSearch, () => import('./reviews/ReviewsPage'))
const reviewSettings = page('/reviews/settings', () => import('./reviews/SettingsPage'))
const reviewFigures = searched('/reviews/figures', periodSearch, () => import('./reviews/FiguresPage'))
const review = page('/reviews/$reviewId', () => import('./reviews/ReviewPage'))
const figures = searched('/figures', figuresSearch, () => import('./figures/FiguresPage'))

const account = page('/account', () => import('./account/AccountPage'))

const tree = root.addChildren([
  signIn,
  forgot,
  invitation,
  operator.addChildren([merchants, newMerchant, operatorAudit]),
  cabinet.addChildren([
    dashboard,
    figures,
    members,
    membersImport,
    member,
    campaigns,
    newCampaign,
    campaign,
    automations,
    newAutomation,
    automation,
    friends,
    certificates,
    certificateKinds,
    certificateReport,
    certificate,
    promoCodes,
    newPromo,
    editPromo,
    promoSet,
    segments,
    rfm,
    newSegment,
    segment,
    reviews,
    reviewSettings,
    reviewFigures,
    review,
    stores,
    plastic,
    program,
    programDraft,
    goods,
    goodsImport,
    programWhatIf,
    design,
    identities,
    channels,
    joinLink,
    settings,
    staff,
    audit,
    account,
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
