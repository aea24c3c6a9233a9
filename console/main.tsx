/**
 * The team's console. What to know before changing it:
 *
 * - Folders are the server's domains; `ui/` holds primitives, `words/` every text (Chinese first),
 *   `shell/` the frame. Each noun's `queries.ts` holds its keys, reads and changes.
 * - The server is the only one who knows the rules: `viewer.permissions` decides which pages exist,
 *   `can` on an object which buttons do. The console holds no rules of its own.
 * - The address is the state: workspace, filters, the open case. The workspace in the address is
 *   what `api.ts` sends with every call, so two tabs can show two workspaces.
 * - One ability, one declaration (`abilities.ts`): button, shortcut, help and command bar follow.
 * - Footguns. A key pressed while an input method composes is not ours: ask `isComposing`. Typed
 *   text is never lost: drafts live in localStorage until the server has them. Lists longer than
 *   two pages are patched, not fetched again (`cases/refresh.ts`). Colours come from
 *   design/tokens.css only; scripts read them by `ui/tokens.ts`.
 * - The server's Content-Security-Policy allows no inline script and no eval (`jitless.ts`).
 *
 * To see it: `npm start`, then /console/. To work on it: vite with console/vite.config.ts, which
 * proxies to a running server (HUIYIN_SERVER, http://127.0.0.1:8787 unless said).
 */
import './jitless.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../design/tokens.css'
import './ui/base.css'
import './ui/page.css'
import { queries } from './query-client.ts'
import { router } from './routes.tsx'
import { LooksProvider } from './ui/theme.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lacks #root')
createRoot(root).render(
  <StrictMode>
    <LooksProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LooksProvider>
  </StrictMode>,
)
