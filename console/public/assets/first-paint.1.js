// Runs before the first paint, so that a dark room never flashes white. Same rule as ui/theme.ts.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('huiyin.theme')
  } catch {}
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
