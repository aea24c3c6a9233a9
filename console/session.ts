/** What happens when the session has ended: sign in, then come back to the very same place. */

const outside = /^\/console\/(sign-in|setup|join)/

/** Leaves for the sign-in page. What was typed is kept as a draft and stands there afterwards. */
export function askToSignIn(): void {
  if (outside.test(location.pathname)) return
  const back = location.pathname + location.search
  location.assign(`/console/sign-in?${new URLSearchParams({ back })}`)
}

/** Only an address of the console itself may be returned to. */
export function safeReturn(back: string | undefined): string {
  return back?.startsWith('/console/') ? back : '/console/'
}
