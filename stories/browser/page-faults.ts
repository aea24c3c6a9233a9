/** What no page may have, found by looking at the page as it stands. Runs in the browser. */
import type { Page } from 'playwright-core'

export async function faultsOf(page: Page, locale: 'zh-CN' | 'en'): Promise<string[]> {
  return page.evaluate<string[]>(`(${look})(${JSON.stringify(locale)})`)
}

/** Nothing on the page says any more that it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(rest)
  await page.evaluate('document.fonts.ready.then(() => true)')
}

/** Asked inside the page, because the policy of the page refuses to evaluate what Playwright polls. */
const rest = `new Promise((resolve, reject) => {
  const underway = '.ant-skeleton, [aria-busy="true"], .opening, .ant-spin-spinning'
  const began = performance.now()
  const look = () => {
    const left = document.querySelector(underway)
    if (!left && document.body.innerText.trim() !== '') return resolve()
    if (performance.now() - began > 15000) return reject(new Error(left ? left.outerHTML : 'empty page'))
    setTimeout(look, 30)
  }
  look()
})`

const look = `(locale) => {
  const faults = []
  const fault = (what, where) => faults.push(what + ': ' + String(where).slice(0, 160))
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const html = document.documentElement
  if (html.lang !== locale) fault('lang', html.lang)
  if (html.scrollWidth > html.clientWidth + 1) fault('wider than the screen', html.scrollWidth)
  if (document.title.trim() === '') fault('no title', location.href)

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim()
    const parent = node.parentElement
    if (text === '' || !parent || parent.closest('script, style, code, kbd, .copyable')) continue
    if (!isShown(parent)) continue
    if (/\\b(undefined|NaN|Invalid Date)\\b|\\[object |\\$\\{|\\{\\{/.test(text)) fault('nonsense', text)
    if (/^[a-z]+([._][a-zA-Z]+)+$/.test(text) && !/\\.(csv|txt|png|log)$/.test(text)) fault('raw key', text)
    const foreign =
      locale === 'en'
        ? /[\\u3400-\\u9fff]/.test(text) && text !== '中文'
        : !/[\\u3400-\\u9fff]/.test(text) && /[A-Za-z]{2,}([ ,]+[A-Za-z]{2,}){3,}/.test(text)
    if (foreign) fault('other language', text)
  }

  const nameOf = (element) => {
    const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean)
    const labels = [...by.map((id) => document.getElementById(id)), ...(element.labels ?? [])]
    return [
      element.getAttribute('aria-label'),
      ...labels.map((label) => label?.innerText),
      element.title,
      element.alt,
      element.tagName === 'INPUT' || element.tagName === 'TEXTAREA' ? '' : element.textContent,
      ...[...element.querySelectorAll('img[alt], [aria-label]')].map(
        (inner) => inner.getAttribute('alt') ?? inner.getAttribute('aria-label')),
    ].some((name) => name && name.trim() !== '')
  }
  for (const element of document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), textarea, select, img, [role=button], [role=tab], [role=combobox], [role=switch], [role=dialog]')) {
    if (element.tagName === 'IMG' && element.alt === '') continue
    if (element.closest('[aria-hidden=true], [hidden]') || !isShown(element)) continue
    if (!nameOf(element)) fault('no name', element.outerHTML)
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice.length > 0) fault('id twice', twice.join(' '))
  return faults
}`
