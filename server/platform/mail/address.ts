const longest = 254

/** One plain address and nothing else: no list, no name, no comment, no line break. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= longest && /^[^\s@,;:<>()[\]"\\\p{Cc}]+@[^\s@,;:<>()[\]"\\\p{Cc}]+$/u.test(text)
  )
}
