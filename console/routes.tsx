import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { InboxPage } from './cases/inbox-page.tsx'
import { Broken, NotFound } from './shell/broken.tsx'
import { Shell } from './shell/shell.tsx'
import { parseSearch, stringifySearch } from './url-search.ts'
import { JoinPage } from './workspaces/join-page.tsx'
import { SetupPage } from './workspaces/setup-page.tsx'
import { SignInPage } from './workspaces/sign-in-page.tsx'
import { StartPage } from './workspaces/start-page.tsx'

const root = createRootRoute({ component: Outlet })
const workspace = createRoute({ getParentRoute: () => root, path: '/w/$slug', component: Shell })
const inbox = createRoute({ getParentRoute: () => workspace, path: 'inbox', component: InboxPage })

/** A page of its own chunk; loaded when first visited. */
function page(path: string, load: () => Promise<Record<string, unknown>>, name: string) {
  return createRoute({
    getParentRoute: () => workspace,
    path,
    component: lazyRouteComponent(load as never, name as never),
  })
}

const tree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: StartPage }),
  createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage }),
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage }),
  createRoute({ getParentRoute: () => root, path: '/join/$token', component: JoinPage }),
  workspace.addChildren([
    createRoute({ getParentRoute: () => workspace, path: '/', component: StartPage }),
    // The list stays mounted, and so where it was, while cases come and go beside it.
    inbox.addChildren([createRoute({ getParentRoute: () => inbox, path: '$caseId' })]),
    page('radar', () => import('./radar/radar-page.tsx'), 'RadarPage'),
    page('radar/$alertId', () => import('./radar/alert-page.tsx'), 'AlertPage'),
    page('problems', () => import('./improvements/problems-page.tsx'), 'ProblemsPage'),
    page(
      'problems/candidates',
      () => import('./improvements/candidates-page.tsx'),
      'CandidatesPage',
    ),
    page(
      'problems/candidates/$candidateId',
      () => import('./improvements/candidate-page.tsx'),
      'CandidatePage',
    ),
    page('problems/$problemId', () => import('./improvements/problem-page.tsx'), 'ProblemPage'),
    page('releases', () => import('./improvements/releases-page.tsx'), 'ReleasesPage'),
    page('knowledge', () => import('./knowledge/articles-page.tsx'), 'ArticlesPage'),
    page('knowledge/$articleId', () => import('./knowledge/article-page.tsx'), 'ArticlePage'),
    page('insights', () => import('./insights/insights-page.tsx'), 'InsightsPage'),
    page('quality', () => import('./understanding/quality-page.tsx'), 'QualityPage'),
    page('imports', () => import('./channels/imports-page.tsx'), 'ImportsPage'),
    page('imports/$importId', () => import('./channels/import-page.tsx'), 'ImportPage'),
    page('settings', () => import('./workspaces/settings-page.tsx'), 'SettingsPage'),
    page('settings/$tab', () => import('./workspaces/settings-page.tsx'), 'SettingsPage'),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/console',
  parseSearch,
  stringifySearch,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  defaultPendingMs: 150,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
