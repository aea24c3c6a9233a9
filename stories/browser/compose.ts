import type { Page } from 'playwright-core'

/**
 * Writes into the focused box as an input method does: letters are composed, Enter takes them, and
 * that Enter belongs to the input method and to nobody else.
 */
export async function compose(
  page: Page,
  text: string,
  { withControl = false }: { withControl?: boolean } = {},
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (let length = 1; length <= text.length; length += 1) {
    const part = text.slice(0, length)
    await session.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    })
  }
  // While it composes, the browser gives every key the code 229.
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', {
      type,
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
      modifiers: withControl ? 2 : 0,
    })
  }
  await session.send('Input.insertText', { text })
  await session.detach()
}
