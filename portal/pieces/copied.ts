/** The clipboard of modern pages needs https; the old way works in the app's own browsers too. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    box.setAttribute('readonly', '')
    box.className = 'unseen'
    document.body.append(box)
    box.select()
    const isCopied = document.execCommand('copy')
    box.remove()
    return isCopied
  }
}
